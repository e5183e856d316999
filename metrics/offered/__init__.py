"""What a reader is offered to ask: how many figures each choice has, and the nearest question with one."""

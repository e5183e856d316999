from charts.canvas.events import events_of
from tests.charts.by_hand import answer


def test_an_event_of_several_places_is_one_and_stands_where_it_came_first():
    def event(day, place, label):
        return {"event_id": place, "date": day, "place": place, "kind": "amnesty", "label": label}

    answered = answer(
        events=[
            event("2023-01-04", "MM", "Amnesty"),
            event("2023-05-03", "MM", "Amnesty"),  # another day
            event("2023-01-04", "MM-01", "Amnesty"),  # the first one, at another place
            event("2023-01-04", "MM", "Execution"),  # something else on that day
        ]
    )
    assert [(found.day.isoformat(), found.label) for found in events_of(answered)] == [
        ("2023-01-04", "Amnesty"),
        ("2023-05-03", "Amnesty"),
        ("2023-01-04", "Execution"),
    ]

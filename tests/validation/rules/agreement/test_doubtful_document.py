from tests.small import tables
from validation.rules.agreement.doubtful_document import DOUBTFUL_DOCUMENT

ROWS = """
source_id,metric,period_end,value
a,arrested,2024-01-31,100 # above the next
a,killed,2024-01-31,50 # above the next
a,detained,2024-01-31,70 # looks right alone
b,arrested,2024-02-29,99
b,released,2024-02-29,9
c,killed,2024-02-28,49
"""


def test_two_straying_counts_put_a_whole_document_in_doubt():
    (found,) = DOUBTFUL_DOCUMENT.findings(tables(observations=ROWS))
    assert found.lines == (2, 3, 4)
    assert found.value == "2024-01-31"


def test_one_straying_count_does_not():
    rows = "\n".join(line for line in ROWS.splitlines() if "killed" not in line)
    assert not DOUBTFUL_DOCUMENT.findings(tables(observations=rows))


def test_explained_strays_do_not_count():
    breaks = "metric,date,kind\nkilled,2024-02-10,commutation"
    assert not DOUBTFUL_DOCUMENT.findings(tables(observations=ROWS, breaks=breaks))

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


def _with_regions(regions: int) -> str:
    """Two counts of the country that stray, and some of regions that agree with an earlier document."""
    agreeing = "\n".join(
        f"{source},arrested,XX-{number},{day},{number + more}"
        for number in range(1, regions + 1)
        for source, day, more in (("z", "2023-12-31", 0), ("a", "2024-01-31", 1))
    )
    head, *rows = ROWS.replace("period_end", "place,period_end").strip().splitlines()
    return "\n".join([head, *(row.replace(",2024", ",XX,2024", 1) for row in rows), agreeing])


def test_a_share_of_a_large_document_must_stray():
    """2 of 8 are a quarter; of 9 that can be compared they are less."""
    places = "place,kind,parent\nXX,country,\n" + "\n".join(f"XX-{n},region,XX" for n in range(1, 8))
    documents = "source_id,publisher\na,CO\nb,CO\nc,CO\nz,CO"
    for regions, in_doubt in ((6, 1), (7, 0)):
        small = tables(observations=_with_regions(regions), places=places, sources=documents)
        assert len(DOUBTFUL_DOCUMENT.findings(small)) == in_doubt

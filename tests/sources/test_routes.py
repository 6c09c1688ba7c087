import pytest

from trustlint.sources import routes

DATA = {"a": [{"b": 1}, {"c": 2}, {"b": 3}], "with.dot": {"x": "y"}, "n": None}


@pytest.mark.parametrize("route", ["", "a[", "a[x]", "a..b", "[*", 'a["b'])
def test_what_is_no_route(route: str) -> None:
    with pytest.raises(ValueError, match="route"):
        routes.parse(route)


@pytest.mark.parametrize(
    ("route", "found"),
    [
        ("a[*].b", [(("a", 0, "b"), 1), (("a", 2, "b"), 3)]),
        ("a[1].c", [(("a", 1, "c"), 2)]),
        ("a[9].c", []),
        ("a.b", []),
        ('["with.dot"].x', [(("with.dot", "x"), "y")]),
        ("*.x", [(("with.dot", "x"), "y")]),
        ("n", [(("n",), None)]),
        ("n.x", []),
        (".", [((), DATA)]),
    ],
)
def test_where_a_route_leads(route: str, found: list[object]) -> None:
    assert list(routes.find(DATA, routes.parse(route))) == found


@pytest.mark.parametrize("route", ["a[*].b", "a[1].c", "*.x", "[*]", "."])
def test_a_route_shows_as_it_is_written(route: str) -> None:
    assert routes.show(routes.parse(route)) == route


def test_a_window_on_a_list_keeps_the_numbers_of_its_items() -> None:
    data = {"macros": routes.Items([{"a": 1}, {"a": 2}], 7)}
    assert list(routes.find(data, routes.parse("macros[*].a"))) == [(("macros", 7, "a"), 1), (("macros", 8, "a"), 2)]
    assert list(routes.find(data, routes.parse("macros[8].a"))) == [(("macros", 8, "a"), 2)]
    assert [route for route, _ in routes.find(data, routes.parse("**.a"))] == [("macros", 7, "a"), ("macros", 8, "a")]
    assert [list(routes.find(data, routes.parse(f"macros[{number}]"))) for number in (0, 6, 9)] == [[], [], []]
    assert data["macros"][8] == {"a": 2}
    with pytest.raises(IndexError):
        data["macros"][1]

"""Files of keys and texts: one document, a dict without depth."""

from collections.abc import Callable, Mapping

from trustlint.message import Route, SourceFile
from trustlint.sources.containers._mapped import Mapped
from trustlint.span import Span, TextMap


class Document:
    """Texts by key. `tokens` are the places of the values as they are written, `said` reads one."""

    def __init__(self, file: SourceFile, tokens: Mapping[str, Span], said: Callable[[str, Span], Mapped]) -> None:
        self.file = file
        self.data = {key: said(file.text, token).text for key, token in tokens.items()}
        self._tokens = tokens
        self._said = said

    def span(self, route: Route) -> Span:
        return self._token(route) if route else Span(0, len(self.file.text))

    def locate(self, route: Route) -> TextMap:
        return TextMap(self._said(self.file.text, self._token(route)).runs)

    def _token(self, route: Route) -> Span:
        if len(route) != 1:
            raise KeyError(route)
        return self._tokens[str(route[0])]

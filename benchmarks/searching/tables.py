"""The report, as tables for docs/search.md: ratios first, then milliseconds."""

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.searching.timing import Timing
from benchmarks.site.measuring import Cost, p95

RAW = "raw request"


@dataclass(frozen=True, slots=True)
class Plain:
    """What the view of a plain Wagtail project took."""

    times: Sequence[float]
    """Milliseconds of each answer."""
    seconds: float
    """That all questions got together."""
    unanswered: bool
    """One was still being answered then."""
    cpu: float
    """Milliseconds a question, of which an unanswered one is a part."""

    @property
    def asked(self) -> int:
        return len(self.times) + self.unanswered

    @property
    def median(self) -> float:
        return statistics.median(self.times) if self.times else self.seconds * 1000


def asking(
    costs: Mapping[str, Cost], parts: Mapping[str, Mapping[str, Timing]], plain: Plain | None
) -> str:
    """Of the ratios those of CPU time come first: a busy machine changes them less."""
    lines = [
        "| asked | CPU x hello | CPU x plain Wagtail | x hello | x plain Wagtail | x raw "
        "| p50 ms | p95 ms | CPU ms |",
        "| --- | --: | --: | --: | --: | --: | --: | --: | --: |",
    ]
    for name, cost in costs.items():
        found = parts.get(name, {})
        beside = plain if found else None
        raw = found[RAW].median if found else 0.0
        lines.append(
            f"| {name} | {cost.times_hello_cpu:.1f} | {_part(cost.cpu, beside and beside.cpu)} "
            f"| {cost.times_hello:.1f} | {_part(cost.median, beside and beside.median)} "
            f"| {_times(cost.median, raw)} "
            f"| {cost.median:.1f} | {cost.p95:.1f} | {cost.cpu:.1f} |"
        )
        lines += [
            f"| … {part} | | | | | {_times(timing.median, raw)} "
            f"| {timing.median:.2f} | {timing.p95:.2f} | {timing.cpu:.2f} |"
            for part, timing in found.items()
        ]
    one = next(iter(costs.values()))
    hello, hello_cpu = one.median / one.times_hello, one.cpu / one.times_hello_cpu
    if plain:
        lines.append(_plain(plain, hello, hello_cpu))
    lines.append(f"| hello | 1 | | 1 | | | {hello:.1f} | | {hello_cpu:.1f} |")
    return "\n".join(lines)


def _plain(plain: Plain, hello: float, hello_cpu: float) -> str:
    least, beyond = ("> " if plain.unanswered else ""), f"> {plain.seconds:.0f} s"
    p50 = f"{plain.median:.0f}" if plain.times else beyond
    high = beyond if plain.unanswered else f"{p95(plain.times):.0f}"
    return (
        f"| plain Wagtail, one word ({plain.asked} asked) | {least}{plain.cpu / hello_cpu:.0f} | 1 "
        f"| {least}{plain.median / hello:.0f} | 1 | | {p50} | {high} | {least}{plain.cpu:.0f} |"
    )


def publishing(states: Mapping[str, Mapping[str, Any]]) -> str:
    lines = [
        "| engine | publish more ms | with search | without | slowest with "
        "| findable after s, p95 | slowest search page ms |",
        "| --- | --: | --: | --: | --: | --: | --: |",
    ]
    for state, found in states.items():
        findable = f"{found['findable']:.2f}" if found["findable"] else ""
        lines.append(
            f"| {state} | {found['with'] - found['without']:.0f} | {found['with']:.0f} "
            f"| {found['without']:.0f} | {found['slowest']:.0f} | {findable} "
            f"| {found['search page']:.0f} |"
        )
    return "\n".join(lines)


def alone(runs: Sequence[Mapping[str, Any]]) -> str:
    """The same questions at each number of records, beside the first number."""
    heads = [f"{run['records']} records: p50 | p95 | CPU | first CPU" for run in runs]
    ratio = ["x, CPU"] if len(runs) > 1 else []
    lines = [
        f"| question | {' | '.join([*ratio, *heads])} |",
        f"| --- {'| --: ' * (len(ratio) + 4 * len(runs))}|",
    ]
    for name in runs[0]["again"]:
        cells = []
        if ratio:
            least, most = (_worst(run, name) for run in (runs[0], runs[-1]))
            cells.append(f"{most / least:.1f}")
        for run in runs:
            again, first = run["again"][name], run["first"].get(name)
            cells += [f"{again[key]:.2f}" for key in ("median", "p95", "cpu")]
            cells.append(f"{first['cpu']:.2f}" if first else "")
        lines.append(f"| {name} | {' | '.join(cells)} |")
    rebuilds = [
        f"{run['records']} in {run['rebuild']['seconds']:.1f} s, {run['rebuild']['cpu']:.1f} of CPU"
        for run in runs
    ]
    return "\n".join([*lines, "", f"Rebuilt: {'; '.join(rebuilds)}."])


def _worst(run: Mapping[str, Any], name: str) -> float:
    """CPU when the facets are not counted yet, where that is a thing."""
    found: float = run["first"].get(name, run["again"][name])["cpu"]
    return found


def _part(one: float, whole: float | None) -> str:
    return f"{one / whole:.3f}" if whole else ""


def _times(one: float, other: float) -> str:
    return f"{one / other:.1f}" if other else ""

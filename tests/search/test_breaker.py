from search.breaker import FAILURES, PAUSE, Breaker


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_repeated_failures_leave_the_engine_alone_for_a_moment():
    clock = Clock()
    breaker = Breaker(clock)
    for _ in range(FAILURES):
        assert breaker.closed()
        breaker.failed()
    assert not breaker.closed()
    clock.now += PAUSE
    assert breaker.closed()
    breaker.failed()
    assert not breaker.closed()


def test_a_success_forgets_earlier_failures():
    breaker = Breaker(Clock())
    for _ in range(FAILURES - 1):
        breaker.failed()
    breaker.succeeded()
    breaker.failed()
    assert breaker.closed()

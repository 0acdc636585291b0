from search.breaker import FAILURES, LONG, PAUSE, Breaker


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_repeated_failures_leave_the_engine_alone_for_a_moment():
    clock = Clock()
    breaker = Breaker(clock)
    for _ in range(FAILURES):
        assert breaker.may_ask()
        breaker.failed()
    assert not breaker.may_ask()
    clock.now += PAUSE
    assert breaker.may_ask()
    breaker.failed()
    assert not breaker.may_ask()


def test_after_a_pause_one_question_tries_and_the_others_go_without():
    clock = Clock()
    breaker = Breaker(clock)
    breaker.failed(after=LONG)
    clock.now += PAUSE
    assert [breaker.may_ask() for _ in range(3)] == [True, False, False]
    breaker.failed()
    assert not breaker.may_ask()
    clock.now += PAUSE
    assert breaker.may_ask()
    breaker.succeeded()
    assert breaker.may_ask()


def test_a_success_forgets_earlier_failures():
    breaker = Breaker(Clock())
    for _ in range(FAILURES - 1):
        breaker.failed()
    breaker.succeeded()
    breaker.failed()
    assert breaker.may_ask()


def test_one_failure_that_a_visitor_waited_for_is_enough():
    breaker = Breaker(Clock())
    breaker.failed(after=LONG)
    assert not breaker.may_ask()


def test_after_a_slow_answer_nobody_waits_for_the_next():
    clock = Clock()
    breaker = Breaker(clock)
    breaker.succeeded(after=LONG)
    assert not breaker.may_ask()
    clock.now += PAUSE
    breaker.succeeded(after=0.01)
    assert breaker.may_ask()

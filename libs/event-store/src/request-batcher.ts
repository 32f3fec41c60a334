interface Waiting<Request, Answer> {
  readonly request: Request;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/** Batches under way: a second, so that not everybody waits for one that is stuck. */
const AT_ONCE = 2;

/**
 * Requests made one by one and answered together: those of one turn of the event loop, and those that come in while
 * others are under way. No timer, so nobody waits for company. `answerAll` answers in the order of the requests; an
 * error is everybody's of its batch.
 */
export class RequestBatcher<Request, Answer> {
  private readonly waiting: Waiting<Request, Answer>[] = [];
  private underWay = 0;
  private nextIsDue = false;

  /** @param most requests in one batch */
  constructor(
    private readonly answerAll: (requests: readonly Request[]) => Promise<readonly Answer[]>,
    private readonly most = 500,
  ) {}

  ask(request: Request): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ request, resolve, reject });
      this.callTheNext();
    });
  }

  private callTheNext(): void {
    if (this.nextIsDue || this.underWay >= AT_ONCE || this.waiting.length === 0) return;
    this.nextIsDue = true;
    setImmediate(() => {
      // who asks in the same turn travels along
      this.nextIsDue = false;
      void this.answer(this.waiting.splice(0, this.most));
      this.callTheNext();
    });
  }

  private async answer(batch: readonly Waiting<Request, Answer>[]): Promise<void> {
    this.underWay += 1;
    try {
      const answers = await this.answerAll(batch.map(({ request }) => request));
      batch.forEach(({ resolve }, place) => resolve(answers[place]));
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
    this.underWay -= 1;
    this.callTheNext();
  }
}

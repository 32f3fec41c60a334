import { setImmediate as nextTurn } from 'node:timers/promises';

interface Waiting<Asked, Answer> { readonly asked: Asked; readonly resolve: (answer: Answer) => void; readonly reject: (error: unknown) => void }

/**
 * Questions asked one by one and answered together: those of one turn of the event loop, and those that come in while others are under
 * way. No timer, so nobody waits for company. `answerAll` answers in the order of the questions; an error is everybody's of its batch.
 */
export class Gathering<Asked, Answer> {
  private waiting: Waiting<Asked, Answer>[] = [];
  private working = false;

  /** @param most questions in one batch */
  constructor(private readonly answerAll: (asked: readonly Asked[]) => Promise<readonly Answer[]>, private readonly most = 500) {}

  ask(asked: Asked): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ asked, resolve, reject });
      if (!this.working) void this.work();
    });
  }

  private async work(): Promise<void> {
    this.working = true;
    while (this.waiting.length > 0) {
      await nextTurn(); // who asks in the same turn travels along
      const batch = this.waiting.splice(0, this.most);
      try {
        const answers = await this.answerAll(batch.map(({ asked }) => asked));
        batch.forEach(({ resolve }, place) => resolve(answers[place]));
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.working = false;
  }
}

import type { Category } from '@minsheng/contracts';
import type { DecisionRequest } from './decision';
import type { Envelope, Receipt } from './envelope';

/** A command that waits for its receipt. It is settled once; a later answer changes nothing. */
export class PendingCommand implements DecisionRequest {
  readonly category: Category;
  readonly id: string;
  readonly decideAs: string;
  readonly command: unknown;
  readonly envelope: Envelope;
  /** Rejects with the error that settled the command. */
  readonly receipt: Promise<Receipt>;

  private settled = false;
  private fulfil!: (receipt: Receipt) => void;
  private fail!: (error: unknown) => void;

  constructor({ category, id, decideAs, command, envelope }: DecisionRequest & { readonly id: string }) {
    this.category = category;
    this.id = id;
    this.decideAs = decideAs;
    this.command = command;
    this.envelope = envelope;
    this.receipt = new Promise((resolve, reject) => {
      this.fulfil = resolve;
      this.fail = reject;
    });
  }

  get isSettled(): boolean {
    return this.settled;
  }

  resolve(receipt: Receipt): void {
    this.settled = true;
    this.fulfil(receipt);
  }

  reject(error: unknown): void {
    this.settled = true;
    this.fail(error);
  }
}

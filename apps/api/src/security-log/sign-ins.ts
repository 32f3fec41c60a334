import { createHash } from 'node:crypto';
import type { Actor, Role } from '@minsheng/contracts';
import type { SecurityEvent } from './security-log';

/** So many are remembered; then it starts again, and whoever is still here is recorded once more. */
const REMEMBERED = 10_000;

/** A token is issued at a sign-in: its first request is the sign-in here, as far as this process can know. */
export class SignIns {
  private readonly tokens = new Set<string>();
  private readonly roles = new Map<string, Role>();

  /** What the request of this person with this token says that was not known. */
  seen(token: string, { id, role }: Pick<Actor, 'id' | 'role'>): SecurityEvent[] {
    const known = createHash('sha256').update(token).digest('base64');
    if (this.tokens.has(known)) return [];
    if (this.tokens.size >= REMEMBERED) this.tokens.clear();
    if (this.roles.size >= REMEMBERED) this.roles.clear();
    const formerRole = this.roles.get(id);
    this.tokens.add(known);
    this.roles.set(id, role);
    const person = { person: id, role };
    return [
      { event: 'SIGNED_IN', ...person },
      ...(formerRole !== undefined && formerRole !== role
        ? [{ event: 'ROLE_CHANGED' as const, ...person, formerRole }]
        : []),
    ];
  }
}

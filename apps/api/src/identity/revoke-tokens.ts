import { Revocations, type Vault } from '@minsheng/vault';
import type { Pool } from 'pg';
import type { SecurityLog } from '../security-log/security-log';
import type { Revocation } from './revoke-command';

/** Takes tokens back, then records it; answers the pseudonym of whose they are, null for everybody. */
export const revokeTokens = async (
  { person, issuedUntil }: Revocation,
  { pool, vault, securityLog }: { readonly pool: Pool; readonly vault: Vault; readonly securityLog: SecurityLog },
): Promise<string | null> => {
  const actor = 'subject' in person ? vault.actorTag(person.subject) : person.actor;
  await new Revocations(pool, vault).revoke(actor, issuedUntil);
  await securityLog.record({ event: 'TOKENS_REVOKED', subject: actor ?? 'everybody' });
  return actor;
};

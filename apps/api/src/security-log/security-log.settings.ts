import { join } from 'node:path';
import { z } from 'zod';

/** Six months: 网络安全法 第二十一条 (三). */
const LEAST_DAYS = 180;

/** The environment's part about the security log. */
export const securityLogEnvironment = {
  SECURITY_LOG_DIR: z.string().optional(),
  SECURITY_LOG_DAYS: z.coerce
    .number()
    .int()
    .min(LEAST_DAYS, `日志至少保存 ${LEAST_DAYS} 天 (at least ${LEAST_DAYS} days)`)
    .max(36_500)
    .default(LEAST_DAYS),
};

export interface SecurityLogSettings {
  readonly folder: string;
  readonly days: number;
}

/** The same for a program that needs no other settings. @throws ZodError */
export const readSecurityLogSettings = (environment: NodeJS.ProcessEnv): SecurityLogSettings =>
  securityLogSettings(
    z.object({ ...securityLogEnvironment, DATA_DIR: z.string().default('.data') }).parse(environment),
  );

export const securityLogSettings = (env: {
  readonly SECURITY_LOG_DIR?: string;
  readonly SECURITY_LOG_DAYS: number;
  readonly DATA_DIR: string;
}): SecurityLogSettings => ({
  folder: env.SECURITY_LOG_DIR ?? join(env.DATA_DIR, 'security-log'),
  days: env.SECURITY_LOG_DAYS,
});

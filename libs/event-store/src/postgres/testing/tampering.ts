/**
 * SQL by which a superuser changes the log all the same, for suites: the trigger that refuses it is passed over.
 * Statements without parameters.
 */
export const tampering = (sql: string): string => `begin; set local session_replication_role = replica; ${sql}; commit`;

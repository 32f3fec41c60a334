import type { FastifyReply } from 'fastify';

/** A part of a JSON text: bytes as the database gave them, or a string. */
export type JsonPart = Buffer | string;

/** Parts with commas between them. */
export const listed = (all: readonly (readonly JsonPart[])[]): JsonPart[] =>
  all.flatMap((parts, index) => (index === 0 ? parts : [',', ...parts]));

/** JSON that is text already goes out as it is. */
export const asJson = (reply: FastifyReply, parts: readonly JsonPart[]): Buffer => {
  void reply.header('content-type', 'application/json; charset=utf-8');
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
};

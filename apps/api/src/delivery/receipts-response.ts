import { ApiResponse } from '@nestjs/swagger';

const text = { type: 'string' };
const receipts = {
  type: 'array',
  items: {
    type: 'object',
    properties: { id: text, streamVersion: { type: 'integer' }, position: text, events: { type: 'integer' } },
  },
};

/** The API page's answer of a request over several projects of a list: fields of its own, and a receipt for each. */
export const ReceiptsResponse = (fields: Readonly<Record<string, 'string' | 'integer'>>) => {
  const own = Object.fromEntries(Object.entries(fields).map(([name, type]) => [name, { type }]));
  return ApiResponse({
    status: 201,
    description: '已记入事件日志',
    schema: { type: 'object', properties: { listId: text, ...own, position: text, receipts } },
  });
};

/** Whatever goes wrong is answered in one shape, whoever tests what. */
export const assertProblem = (
  contentType: unknown,
  { type, title, code, messages, instance }: Record<string, unknown>,
) => {
  expect(contentType).toBe('application/problem+json; charset=utf-8');
  expect({ type, title, code, messages, instance }).toEqual({
    type: `/api/problems/${String(code)}`,
    title: expect.any(String),
    code: expect.stringMatching(/^[A-Z0-9_]+$/),
    messages: { zh: expect.any(String), en: expect.any(String) },
    instance: expect.any(String),
  });
};

import { keyFor, type Year } from './year';

/**
 * Lets the clock tell what has fallen due by a business date: periods that open, reminders, reports and orders overdue,
 * overrides that end.
 */
export const passDay = async (year: Year, on: string): Promise<void> => {
  const {
    plan: { listId },
    api,
    people,
  } = year;
  await api.command(`lists/${listId}/days`, {}, { as: await people.commission(), on, key: keyFor(year, `day-${on}`) });
};

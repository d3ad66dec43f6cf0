const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether a day of this century, as `2026-02-28`, is in the calendar. */
export const isDay = (text: string): boolean => {
  const [, year, month, day] = (/^20(\d{2})-(\d{2})-(\d{2})$/.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  // Each fourth year of this century is a leap year, 2000 too.
  const leapDay = month === 2 && year % 4 === 0 ? 1 : 0;
  return day >= 1 && day <= (monthDays[month - 1] ?? 0) + leapDay;
};

/** What is said of a text that is none. */
export const notADay =
  'must be a day from 2000-01-01 to 2099-12-31 that the calendar has, such as 2026-02-28';

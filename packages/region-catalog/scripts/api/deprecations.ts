/** The pages of an API by their names. */
export type Pages = ReadonlyMap<string, string>;

/** Days that a name stays after it was deprecated; so says the README. */
export const leastDays = 90;

/** A deprecation as a docstring must say it: since which version, since which day, and what to use. */
const form = /since (\d+\.\d+\.\d+) \((\d{4}-\d\d-\d\d)\): use \S/;

/** Every name of the pages, such as `index catalog`, with what its entry says of a deprecation, or null. */
const namesIn = (pages: Pages): ReadonlyMap<string, string | null> =>
  new Map(
    [...pages].flatMap(([page, text]) =>
      text
        .split(/^### /m)
        .slice(1)
        .map((entry) => {
          // TypeDoc strikes a deprecated name through, and writes a function with its brackets.
          const name = (entry.split('\n')[0] ?? '').replace(/~~|\(\)|\\/g, '').trim();
          const [, said] =
            /^#### Deprecated\n+([\s\S]+?)(?=\n#|\n\*\*\*|$(?![\s\S]))/m.exec(entry) ?? [];
          return [`${page.replace(/\.md$/, '')} ${name}`, said?.trim() ?? null] as const;
        }),
    ),
  );

/** What breaks the policy: an unclear deprecation now, or a name of an earlier version that went too early. */
export function deprecationProblems(before: Pages, now: Pages, day: string): readonly string[] {
  const present = namesIn(now);
  const unclear = [...present].flatMap(([name, said]) =>
    said === null || form.test(said)
      ? []
      : [`${name} is deprecated as '${said}': write 'since 1.2.0 (2026-01-31): use other'`],
  );
  const gone = [...namesIn(before)].filter(([name]) => !present.has(name));
  return [...unclear, ...gone.flatMap(([name, said]) => goneTooEarly(name, said, day))];
}

function goneTooEarly(name: string, said: string | null, day: string): readonly string[] {
  const [, , since] = form.exec(said ?? '') ?? [];
  if (since === undefined) return [`${name} is gone, and the version before did not deprecate it`];
  const days = (Date.parse(day) - Date.parse(since)) / 86_400_000;
  return days >= leastDays
    ? []
    : [`${name} is gone after ${days} days: it stays for ${leastDays} days, until a major version`];
}

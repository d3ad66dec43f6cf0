/** The paths at which a rendered value is not stored as it was written; the server may add fields. */
export function differences(rendered: unknown, stored: unknown, at = ''): readonly string[] {
  if (Array.isArray(rendered)) {
    if (!Array.isArray(stored) || stored.length !== rendered.length) return [`${at}: another list`];
    return rendered.flatMap((item, index) => differences(item, stored[index], `${at}[${index}]`));
  }
  if (typeof rendered === 'object' && rendered !== null) {
    if (typeof stored !== 'object' || stored === null) return [`${at}: dropped`];
    const kept = stored as Readonly<Record<string, unknown>>;
    return Object.entries(rendered).flatMap(([key, value]) =>
      differences(value, kept[key], `${at}.${key}`),
    );
  }
  return Object.is(rendered, stored)
    ? []
    : [`${at}: ${JSON.stringify(rendered)} is stored as ${JSON.stringify(stored)}`];
}

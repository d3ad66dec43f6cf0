const units: Readonly<Record<string, number>> = {
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
};

/** The number of a Kubernetes quantity ("Quantity", decimal and binary suffixes), or NaN. */
export const quantity = (text: string | number | undefined): number => {
  const found = /^(\d+(?:\.\d+)?)([a-zA-Z]*)$/.exec(String(text));
  if (found === null) return Number.NaN;
  const [, number, suffix = ''] = found;
  return Number(number) * (suffix === '' ? 1 : (units[suffix] ?? Number.NaN));
};

const seconds: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1 };

/** The seconds of a duration as Go writes it (`1h30m`, `90s`); a bare number is seconds already. */
export const durationSeconds = (text: string | number | undefined): number => {
  if (/^\d+$/.test(String(text))) return Number(text);
  if (!/^(\d+(\.\d+)?[hms])+$/.test(String(text))) return Number.NaN;
  return [...String(text).matchAll(/([\d.]+)([hms])/g)].reduce(
    (sum, [, number, unit = '']) => sum + Number(number) * (seconds[unit] ?? Number.NaN),
    0,
  );
};

import type { Fact } from '../fact-sources/facts-in.ts';

type Value = Fact['value'];

/** Values that the fact must not have. Another value that a person could choose is not among them. */
export function wrongValues(fact: Fact): readonly Value[] {
  const wrong: readonly Value[] =
    typeof fact.value === 'boolean'
      ? ['no']
      : typeof fact.value === 'number'
        ? wrongNumbers(keyOf(fact.path), fact.path, fact.value)
        : wrongTexts(keyOf(fact.path), fact.value);
  return [...new Set<Value>(wrong)].filter((value) => value !== fact.value);
}

const keyOf = (path: string): string =>
  /(\w+)[^\w]*$/.exec(path.replace(/\[\d+\]|\(\d+\)/g, ''))?.[1] ?? '';

function wrongNumbers(key: string, path: string, value: number): readonly number[] {
  if (/percent$/i.test(key)) return [-1, 101];
  if (/port$/i.test(key)) return [0, 65_536, value + 0.5];
  // Of what is 0 or 1 nothing says how much would be too much.
  const ofMany = value > 1 ? [...(key === 'threshold' ? [] : [0]), value * 1000] : [];
  return [-1, ...ofMany, ...(Number.isInteger(value) && !parts.test(path) ? [value + 0.5] : [])];
}

// A price, a size that is priced, a threshold or hours that become minutes may have a fraction.
const parts = /price|usd|cost|threshold|vcpu|tiers|hoursOfMonth/i;

// A sentence can say anything, only not nothing; a name of two or three words too.
function wrongTexts(key: string, value: string): readonly string[] {
  if (value === '' || value.includes('\n')) return [];
  const kindred = looks.flatMap(([look, wrong]) => (look.test(value) ? [wrong(value)] : []));
  if (kindred.length === 0 && value.includes(' ')) return [''];
  const unknown = oneOfAFew.test(key) ? [`no-such-${value}`] : [];
  return ['', `${value} x`, ...kindred, ...unknown];
}

const oneOfAFew = /^(kind|of|severity|compare|missing|action|capacity|podSecurity|statistic)$/;

/** How texts of a kind look, and one that looks like it and is wrong. */
const looks: readonly (readonly [RegExp, (text: string) => string])[] = [
  [/^\d+\.\d+\.\d+\.\d+\/\d+$/, (text) => text.replace(/\/\d+$/, '/33')],
  [/^[a-z]{2}-[a-z]+-\d$/, () => 'xx-unknown-1'],
  [/^[A-Z]{2}$/, () => 'QQ'],
  [/^\d{2}:\d{2}/, (text) => `25:61${text.slice(5)}`],
  [/^([\d*]+ ){4}[\d*]+$/, () => '61 25 30 2 *'],
  [/^cron\(/, () => 'cron(61 25 * * ? *)'],
  [/^[a-z]+\d+[a-z]*\.\d*[a-z]+$/, (text) => `${text.split('.')[0]}.none`],
  [/^https?:/, (text) => text.replace(/^https?:\/\//, 'ftp://')],
  [/^sha256:/, (text) => text.slice(0, -1)],
  [/^v?\d+\.\d+\.\d+(?![.\d])/, (text) => text.replace(/\.\d+/, '.x')],
  [/^\.?([a-z0-9-]+\.)+(com|io|net|dev|org|aws)$/, () => '*'],
];

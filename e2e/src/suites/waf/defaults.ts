import { parse } from 'yaml';

// What AWS fills in when a request leaves it out, by its object (WAFV2 API reference).
// A field that is not in the spec comes back from AWS, and the controller would update for ever.
const filledIn: Readonly<Record<string, readonly string[]>> = {
  rateBasedStatement: ['evaluationWindowSec', 'aggregateKeyType'],
  sqliMatchStatement: ['sensitivityLevel'],
  body: ['oversizeHandling'],
  jsonBody: ['oversizeHandling'],
  headers: ['oversizeHandling'],
  cookies: ['oversizeHandling'],
  visibilityConfig: ['cloudWatchMetricsEnabled', 'metricName', 'sampledRequestsEnabled'],
  loggingConfiguration: ['logScope', 'logType', 'managedByFirewallManager'],
};

const texts = new Set(['andStatement', 'orStatement', 'notStatement', 'scopeDownStatement']);

const unset = (value: unknown): boolean =>
  value === undefined || value === null || value === 0 || value === '';

/** Every field that AWS would fill in because the spec leaves it out, also inside stringified statements. */
export function missingDefaults(value: unknown, at = 'spec'): readonly string[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => missingDefaults(item, `${at}[${index}]`));
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    const name = lowerFirst(key);
    const inside = texts.has(name) && typeof member === 'string' ? parse(member) : member;
    const where = `${at}.${name}`;
    return [
      ...absent(name, inside).map((one) => `${where}.${one}`),
      ...missingDefaults(inside, where),
    ];
  });
}

function absent(name: string, value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const set = Object.entries(value).filter(([, member]) => !unset(member));
  const names = new Set(set.map(([key]) => lowerFirst(key)));
  // Bot Control learns at this level only; at COMMON, AWS gives back nothing of it, whatever it was
  // sent (hashicorp/terraform-provider-aws#39825, #48446).
  const learns = set.some(([key, level]) => key === 'inspectionLevel' && level === 'TARGETED');
  const wanted = [...(filledIn[name] ?? []), ...(learns ? ['enableMachineLearning'] : [])];
  return wanted.filter((one) => !names.has(one));
}

// The controller's text has the SDK's own names.
const lowerFirst = (name: string): string =>
  name.startsWith('AWS') ? `aws${name.slice(3)}` : name.charAt(0).toLowerCase() + name.slice(1);

import { anonymous, asked, blocked, managedLabel, page, passes, type Topic } from './case.ts';

const hosting = managedLabel('anonymous-ip-list:HostingProviderIPList');
const nonBrowser = managedLabel('bot-control:signal:non_browser_user_agent');
const dataCenter = managedLabel('bot-control:signal:known_bot_data_center');
const library = managedLabel('bot-control:bot:category:http_library');
const suspicious = [anonymous, hosting, nonBrowser, dataCenter];

const html = [
  'text/html',
  'TEXT/HTML',
  'text/html;q=0.9',
  'application/xhtml+xml,text/html',
  'image/png, Text/Html;q=0.1, */*',
];
const notHtml = [
  'application/json',
  '*/*',
  'text/plain',
  'text/htm',
  'html',
  '',
  'application/text',
  'text',
];
const programs = [
  '/api/',
  '/api/x',
  '/API/x',
  '/%61pi/x',
  '//api/x',
  '/x/../api/y',
  '/api/uploads/x',
  '/webhooks/x',
  '/WEBHOOKS/x',
  '/%77ebhooks/x',
  '//webhooks/x',
  '/./webhooks/x',
];
const pages = [
  '/',
  '/login',
  '/admin',
  '/apix',
  '/api',
  '/x/api/y',
  '/webhooks',
  '/webhooksish',
  '/webhooks/../x',
  '/api/../x',
  '/x/webhooks/y',
  '/ap',
  '/health/x',
];
const methods = ['POST', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'get', 'GETX', 'XGET', 'XGETX', 'GE'];

/** Only a person's browser is asked: a page, by GET, and only where something is suspicious. */
export const captchas: Topic = ({ profile, risky, abroad }) => {
  if (profile === 'origin')
    return [passes('a page from a hosting address', { managedLabels: [hosting], headers: page })];
  const on = (target: string, label = anonymous) => ({
    target,
    managedLabels: [label],
    headers: page,
  });
  return [
    ...suspicious.flatMap((label) => [
      asked(`${label} for a page`, on('/', label)),
      passes(`${label} at the API`, on('/api/x', label)),
      passes(`${label} at a webhook`, on('/webhooks/x', label)),
      passes(`${label} for data`, {
        managedLabels: [label],
        headers: { Accept: 'application/json' },
      }),
    ]),
    asked('two suspicions', { managedLabels: [anonymous, nonBrowser], headers: page }),
    passes('a page without suspicion', { headers: page }),
    passes('an HTTP library without another sign', on('/', library)),
    ...html.map((Accept) => asked(`Accept: ${Accept}`, { ...on('/'), headers: { Accept } })),
    ...html.map((value) => asked(`accept: ${value}`, { ...on('/'), headers: { accept: value } })),
    ...notHtml.map((Accept) => passes(`Accept: ${Accept}`, { ...on('/'), headers: { Accept } })),
    passes('a request without headers', { ...on('/'), headers: {} }),
    passes('text/html in another header', { ...on('/'), headers: { 'Content-Type': 'text/html' } }),
    ...programs.map((target) => passes(`a suspicious ${target}`, on(target))),
    ...pages.map((target) => asked(`for ${target}`, on(target))),
    ...methods.map((method) => passes(`a suspicious ${method}`, { ...on('/'), method })),
    blocked('a bad bot that requests a page', 'managed-bot-control', {
      managedLabels: [managedLabel('bot-control:signal:automated_browser'), anonymous],
      headers: page,
    }),
    blocked('an anonymous admin from abroad', 'geo-admin', { ...on('/admin'), country: abroad }),
    blocked('an anonymous high risk', 'geo-high-risk', { ...on('/'), country: risky }),
  ];
};

/** A request may lack what most have. */
export const bare: Topic = () => [
  passes('no headers at all', { headers: {} }),
  passes('no user agent', { headers: { Host: 'api.bizflow.app' } }),
  passes('no host', { headers: { 'User-Agent': 'x' } }),
  passes('an empty target', { target: '' }),
  passes('a target of one question mark', { target: '?' }),
  passes('half an escape', { target: '/%6' }),
  passes('an escape of no letter', { target: '/%zz%' }),
  passes('IPv6', { source: { address: '2001:db8::7', country: 'SG' } }),
  passes('OPTIONS for all', { method: 'OPTIONS', target: '*' }),
  ...['HEAD', 'OPTIONS', 'TRACE', 'CONNECT', 'M-SEARCH', ''].map((method) =>
    passes(`${method || 'no method'}`, { method }),
  ),
];

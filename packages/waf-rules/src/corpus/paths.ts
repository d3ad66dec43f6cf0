import { blocked, type Case, healthy, passes, type Topic } from './case.ts';

// biome-ignore format: one kind of spelling a line
const admin = [
  '/admin', '/admin/', '/admin/users', '/admin?tab=1', '/admin/../admin', '/administrator', '/admin;v=1', '/admin%00',
  '/ADMIN', '/Admin/Users', '/aDmIn', '/admin#x', '/admin.php', '/admin//x', '/admin/.', '/admin%20',
  '/%61dmin', '/%61%64%6d%69%6e', '/%61%64%6D%69%6E/x', '/%41DMIN', '/a%64min', '/admi%6e', '/%2Fadmin', '/%2fadmin',
  '//admin', '///admin', '/./admin', '/././admin', '/x/../admin', '/x/y/../../admin', '/x//../admin', '/../admin',
  '/%2e/admin', '/%2e%2e/admin', '/x/%2e%2e/admin', '/x/%2E%2E/%61DMIN', '/x/..%2fadmin', '/x%2f..%2fadmin', '/.%2Fadmin',
  '/x/admin', '/public/admin/', '/api/admin', '/API/v2/ADMIN/users', '/x%2Fadmin', '/webhooks/admin', '/%2561/admin',
  '/api/../admin', '/webhooks/../admin', '/api/uploads/../../admin', '/health/../admin', '/login/../admin',
  '/health/%2e%2e/admin', '/%68ealth/../ADMIN', '/x/./y/.././../admin', '//x//..//admin', '/..//admin', '/x/..//%61dmin',
];

// What a server that decodes once would not take for admin pages either.
// biome-ignore format: one kind of spelling a line
const notAdmin = [
  '/', '/x', '/adm', '/admi', '/xadmin', '/api-admin', '/a/dmin', '/a%2fdmin', '/bdmin',
  '/%2561dmin', '/%252fadmin', '/%25%36%31dmin', '/x?next=/admin', '/?/admin', '/api?/admin', '/login', '/logi',
  '/admin/../x', '/admin/..', '/admin/%2e%2e/x', '/%c1%a1dmin', '/ａdmin', '', '*', 'admin', '/ admin', '/api', '/apix',
];

/** The admin pages in every spelling, from an unserved country and from a served one. */
export const adminPaths: Topic = ({ profile, home, abroad }) =>
  profile === 'origin'
    ? admin.map((target) =>
        passes(`${target} from anywhere to an origin`, { target, country: abroad }),
      )
    : [
        ...admin.flatMap((target): readonly Case[] => [
          blocked(`${target} from abroad`, 'geo-admin', { target, country: abroad }),
          passes(`${target} from home`, { target, country: home }),
        ]),
        ...['HEAD', 'OPTIONS', 'POST', 'PUT', 'DELETE', 'PROPFIND'].map((method) =>
          blocked(`${method} /admin`, 'geo-admin', { method, target: '/admin', country: abroad }),
        ),
        ...notAdmin.map((target) =>
          passes(`${target || 'no path'} from abroad`, { target, country: abroad }),
        ),
      ];

// biome-ignore format: one kind of spelling a line
const notHealth = [
  '/health/', '/Health', '/HEALTH', '/%68ealth', '//health', '/./health', '/x/../health', '/healthz', '/health/x',
  '/health;x', '/healt', '/x/health', '/health%00', '/healthcheck', '/xhealthx', 'x/health', '/api/health',
];

/** The health check from where no other request would pass, and everything that only looks like it. */
export const healthPaths: Topic = ({ profile, home, risky, abroad }) =>
  profile === 'cloudfront'
    ? [
        blocked('/health, which is not a path of a distribution', 'geo-high-risk', {
          target: '/health',
          country: risky,
        }),
      ]
    : [
        ...['/health', '/health?from=route53', '/health?'].flatMap((target) =>
          [risky, abroad, home, null].map((country) =>
            healthy(`${target} from ${country}`, { target, country }),
          ),
        ),
        ...['HEAD', 'OPTIONS'].map((method) =>
          healthy(`${method} /health`, { method, target: '/health', country: risky }),
        ),
        healthy('a checker without headers', { target: '/health', headers: {}, country: risky }),
        ...(profile === 'direct' ? notHealth : []).map((target) =>
          blocked(`${target}, which is not the health check`, 'geo-high-risk', {
            target,
            country: risky,
          }),
        ),
        ...(profile === 'origin' ? notHealth : []).map((target) =>
          blocked(`${target}, which is not the health check`, 'managed-core-rule-set', {
            target,
            managedLabels: ['awswaf:managed:aws:core-rule-set:GenericLFI_URIPath'],
          }),
        ),
      ];

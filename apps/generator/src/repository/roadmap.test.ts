import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { repository } from '@bizflow/testing/repository';
import { expect, it } from 'vitest';

const page = join(repository, 'docs/roadmap.md');
const text = readFileSync(page, 'utf8');
const links = [...text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => link);

/** The document's "Implementation Roadmap". */
const phases = {
  'Phase 1: Foundation (Weeks 1-4)': [
    'Set up AWS Control Tower and Landing Zone',
    'Create VPCs in all four regions',
    'Configure Transit Gateway hub',
    'Deploy baseline security controls',
  ],
  'Phase 2: Core Infrastructure (Weeks 5-8)': [
    'Deploy EKS clusters per region',
    'Set up RDS PostgreSQL instances',
    'Configure ElastiCache Redis clusters',
    'Implement S3 buckets with replication',
  ],
  'Phase 3: Application Deployment (Weeks 9-12)': [
    'Configure CI/CD pipeline',
    'Deploy application to EKS',
    'Set up Route53 geo routing',
    'Configure CloudFront and WAF',
  ],
  'Phase 4: Operations (Weeks 13-16)': [
    'Implement monitoring dashboards',
    'Configure alerting',
    'Document runbooks',
    'Conduct DR drills',
  ],
};

it.each(Object.entries(phases))(
  "has the document's lines of %s, each linked to what does it",
  (phase, lines) => {
    const section = text.split(`## ${phase}\n`)[1]?.split('\n## ')[0] ?? '';
    const items = section.split('\n- [ ] ').slice(1);
    expect(items.map((item) => item.split(':')[0])).toEqual(lines);
    for (const item of items) expect(item).toMatch(/\]\([^)]+\)/);
  },
);

it.each(links)('links to %s, which exists', (link) => {
  expect(existsSync(join(dirname(page), link))).toBe(true);
});

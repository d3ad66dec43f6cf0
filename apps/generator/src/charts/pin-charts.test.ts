import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clusters } from '@bizflow/config';
import type { ChartFacts } from '@bizflow/config/charts';
import { helmVersion } from '@bizflow/config/platform';
import { committed } from '@bizflow/config/testing';
import { type ChartRelease, chartReleases } from '@bizflow/k8s-manifests';
import { repository as root } from '@bizflow/testing/repository';
import { skips } from '@bizflow/testing/tools';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { chartFiles } from './chart-files.ts';
import { chartsLockText, readChartsLock } from './charts-lock.ts';
import { helm, helmBinary } from './helm.ts';
import { definitionFacts, objectFacts } from './inventory.ts';
import { isCurrent } from './pin-charts.ts';
import { renderChart } from './render-chart.ts';

it('reads back what it writes, one object a line', () => {
  const text = chartsLockText(committed.charts);
  expect(readChartsLock({ read: () => text as never })).toEqual({
    charts: committed.charts,
    problems: [],
  });
  const objects = Object.values(committed.charts).flatMap((chart) => chart?.rendered ?? []);
  expect(text.split('\n').length).toBeGreaterThan(objects.flatMap((one) => one.objects).length);
  expect(text).toBe(readFileSync(join(root, 'charts.lock.json'), 'utf8'));
});

it('takes an inventory for current only with the repository, the name and the version of its chart', () => {
  const places = clusters(committed).flatMap((cluster) =>
    chartReleases(cluster)
      .filter(({ name }) => name === 'metrics-server')
      .map((release) => ({ cluster, release })),
  );
  const pinned = committed.charts['metrics-server'] as ChartFacts;
  expect(isCurrent(pinned, places)).toBe(true);
  for (const other of [
    { repository: 'https://charts.example.com' },
    { chart: 'metric-server' },
    { version: '0.0.1' },
    { rendered: [] },
  ]) {
    expect(isCurrent({ ...pinned, ...other }, places)).toBe(false);
  }
});

it('says how to get Helm where there is none of the right version', () => {
  vi.stubEnv('BIZFLOW_HELM', '/no/such/helm');
  expect(() => helmBinary('/no/such/folder')).toThrow(/HELM_MISSING[\s\S]*go install helm\.sh/);
  vi.unstubAllEnvs();
  expect(readFileSync(join(root, 'README.md'), 'utf8')).toContain(`helm@v${helmVersion}`);
});

const found = (): string | undefined => {
  try {
    helmBinary(root);
    return undefined;
  } catch (error) {
    return (error as Error).message.split('\n')[0];
  }
};

const skip = skips('helm', 'an inventory by Helm itself', found());

const template = `
apiVersion: v1
kind: Secret
metadata: { name: drawn, namespace: {{ .Release.Namespace }} }
data: { key: {{ randAlphaNum 20 | b64enc }} }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: it, namespace: {{ .Release.Namespace }} }
spec:
  replicas: {{ .Values.replicas }}
  template:
    metadata: { labels: { app.kubernetes.io/name: it, helm.sh/chart: tiny-1.2.3 } }
    spec: { containers: [{ name: main, image: "example.com/it:{{ .Chart.AppVersion }}" }] }
`;

describe.skipIf(skip)('from a repository of charts', () => {
  const top = mkdtempSync(join(tmpdir(), 'bizflow-tiny-'));
  const pulled = () => mkdtempSync(join(top, 'pulled-'));
  const own = join(top, 'own');
  let server: Server;
  let release: ChartRelease;

  beforeAll(async () => {
    const chart = { apiVersion: 'v2', name: 'tiny', version: '1.2.3', appVersion: '7' };
    mkdirSync(join(own, 'tiny/templates'), { recursive: true });
    writeFileSync(join(own, 'tiny/Chart.yaml'), JSON.stringify(chart));
    writeFileSync(join(own, 'tiny/templates/all.yaml'), template);
    await helm(helmBinary(root), ['package', join(own, 'tiny'), '--destination', top]);
    const [archive = ''] = readdirSync(top).filter((name) => name.endsWith('.tgz'));
    const entries = { tiny: [{ ...chart, urls: [archive] }] };
    server = createServer(({ url = '' }, response) => {
      const index = JSON.stringify({ apiVersion: 'v1', entries });
      response.end(url.endsWith('.tgz') ? readFileSync(join(top, archive)) : index);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    release = {
      ...{ name: 'tiny', namespace: 'its', values: { replicas: 3 } },
      chart: { repository: `http://127.0.0.1:${port}`, name: 'tiny', version: '1.2.3' },
    };
  });

  afterAll(() => {
    vi.unstubAllEnvs();
    server.closeAllConnections();
    server.close();
    rmSync(top, { recursive: true, force: true });
  });

  const filesOf = (charts: string) => {
    vi.stubEnv('BIZFLOW_CHARTS', charts);
    return chartFiles(helmBinary(root), release, pulled());
  };

  it('pulls the pinned version, and knows what it renders and what it generates', async () => {
    const { folder, ...files } = await filesOf('');
    expect(files).toMatchObject({ version: '1.2.3', appVersion: '7' });
    expect(files.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    const once = () => renderChart(helmBinary(root), folder, release, '1.35.0');
    const renderings = { objects: await once(), again: await once() };
    expect(definitionFacts(renderings)).toEqual([]);
    expect(objectFacts(renderings)).toEqual([
      {
        ...{ apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'its', name: 'it', replicas: 3 },
        pod: {
          ...{ podSecurity: 'baseline', labels: { 'app.kubernetes.io/name': 'it' } },
          ...{
            serviceAccount: 'default',
            containers: [{ name: 'main', image: 'example.com/it:7' }],
          },
        },
      },
      {
        ...{ apiVersion: 'v1', kind: 'Secret', namespace: 'its', name: 'drawn' },
        ...{ drawn: ['/data/key'], keys: ['key'] },
      },
    ]);
  });

  it('has the same digest whenever it is pulled, and another one for other files', async () => {
    const [one, two] = [await filesOf(''), await filesOf('')];
    expect(one.digest).toBe(two.digest);
    // Helm writes Chart.yaml again when it packs a chart.
    expect((await filesOf(own)).digest).not.toBe(one.digest);
  });

  it('names a chart that the folder does not have', async () => {
    vi.stubEnv('BIZFLOW_CHARTS', own);
    const other = { ...release, chart: { ...release.chart, name: 'huge' } };
    await expect(chartFiles(helmBinary(root), other, pulled())).rejects.toThrow(/CHART_MISSING/);
  });
});

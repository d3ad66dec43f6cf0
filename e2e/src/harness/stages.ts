/** The digest of an image that no node can pull: its pods never become ready. */
export const brokenDigest = `sha256:${'f'.repeat(64)}`;

interface Match {
  readonly key: string;
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
  readonly values?: readonly string[];
}

const stage = (kind: string, name: string, matchExpressions: readonly Match[], next: object) => ({
  apiVersion: 'kwok.x-k8s.io/v1alpha1',
  kind: 'Stage',
  metadata: { name },
  spec: {
    resourceRef: { apiGroup: 'v1', kind },
    selector: { matchExpressions },
    // A pod takes a moment to become ready, or a budget would never have to protect another.
    delay: { durationMilliseconds: name === 'pod-ready' ? 1500 : 0 },
    next,
  },
});

const ready = '.status.conditions.[] | select(.type == "Ready") | .status';
const digest = '.spec.containers.[] | .image | split("@") | .[1]';
const living: Match = { key: '.metadata.deletionTimestamp', operator: 'DoesNotExist' };
const notFailed: Match = { key: '.status.phase', operator: 'NotIn', values: ['Failed'] };
const waiting: Match = { key: ready, operator: 'NotIn', values: ['True'] };

const condition = (type: string, status: string) =>
  `- {type: ${type}, status: "${status}", lastTransitionTime: {{ Now | Quote }}}`;

const nodeStatus = `
conditions:
{{ range NodeConditions }}
- type: {{ .type | Quote }}
  status: {{ .status | Quote }}
  reason: {{ .reason | Quote }}
  message: {{ .message | Quote }}
  lastHeartbeatTime: {{ Now | Quote }}
  lastTransitionTime: {{ Now | Quote }}
{{ end }}
allocatable: {cpu: "16", memory: 64Gi, ephemeral-storage: 60Gi, pods: "110"}
capacity: {cpu: "16", memory: 64Gi, ephemeral-storage: 60Gi, pods: "110"}
`;

const containers = (state: string, isReady: boolean) => `
containerStatuses:
{{ range .spec.containers }}
- name: {{ .name | Quote }}
  image: {{ .image | Quote }}
  imageID: ""
  ready: ${isReady}
  restartCount: 0
  state: ${state}
{{ end }}
`;

const podReady = `
phase: Running
startTime: {{ Now | Quote }}
{{ with .status }}{{ if not .podIP }}
podIP: {{ PodIPWith $.spec.nodeName ( or $.spec.hostNetwork false ) ( or $.metadata.uid "" ) ( or $.metadata.name "" ) ( or $.metadata.namespace "" ) | Quote }}
{{ end }}{{ end }}
conditions:
${['Initialized', 'ContainersReady', 'Ready'].map((type) => condition(type, 'True')).join('\n')}
${containers('{running: {startedAt: {{ Now | Quote }}}}', true)}`;

const podWithoutImage = `
phase: Pending
startTime: {{ Now | Quote }}
conditions:
${['ContainersReady', 'Ready'].map((type) => condition(type, 'False')).join('\n')}
${containers('{waiting: {reason: ImagePullBackOff}}', false)}`;

/** What becomes of nodes and pods, and when. */
export const stages = [
  stage('Node', 'node-ready', [waiting], { statusTemplate: nodeStatus }),
  stage(
    'Pod',
    'pod-ready',
    [living, waiting, notFailed, { key: digest, operator: 'NotIn', values: [brokenDigest] }],
    { statusTemplate: podReady },
  ),
  stage(
    'Pod',
    'pod-without-image',
    [
      living,
      { key: digest, operator: 'In', values: [brokenDigest] },
      { key: '.status.containerStatuses', operator: 'DoesNotExist' },
    ],
    { statusTemplate: podWithoutImage },
  ),
  stage(
    'Pod',
    'pod-of-a-job-succeeds',
    [
      living,
      { key: '.metadata.ownerReferences.[].kind', operator: 'In', values: ['Job'] },
      { key: '.status.phase', operator: 'In', values: ['Running'] },
    ],
    { statusTemplate: 'phase: Succeeded' },
  ),
  stage('Pod', 'pod-gone', [{ ...living, operator: 'Exists' }], {
    finalizers: { empty: true },
    delete: true,
  }),
];

import { type Planted, withNewResource, withObject, withResource } from '../planted.ts';

const service = (file: string) => new RegExp(`services/api/${file}\\.yaml$`);

/** Effects on capacity and cost. */
export const capacityPlants: readonly Planted[] = [
  {
    rule: 'capacity/pods',
    what: 'more pods at the least',
    newer: withObject(service('horizontalpodautoscaler-api'), (draft) => {
      draft.spec.minReplicas += 1;
    }),
  },
  {
    rule: 'capacity/requests',
    what: 'more memory in each pod',
    newer: withObject(service('rollout-api'), (draft) => {
      draft.spec.template.spec.containers[0].resources.requests.memory = '4Gi';
    }),
  },
  {
    rule: 'capacity/quota',
    what: 'a smaller quota',
    newer: withObject(service('resourcequota-api'), (draft) => {
      draft.spec.hard.pods = '1';
    }),
  },
  {
    rule: 'capacity/nodes',
    what: 'another limit of a pool',
    newer: withObject(/nodepool-.*\.yaml$/, (draft) => {
      draft.spec.limits = { cpu: '1' };
    }),
  },
  {
    rule: 'capacity/nodes',
    what: 'other instances of a node group, with the room that each leaves',
    newer: withResource('aws_eks_node_group', (draft) => {
      draft.instance_types = ['m6g.2xlarge'];
    }),
  },
  {
    rule: 'capacity/addresses',
    what: 'a smaller subnet',
    newer: withResource('aws_subnet', (draft) => {
      draft.cidr_block = draft.cidr_block.replace(/\/\d+$/, '/26');
    }),
  },
  {
    rule: 'capacity/connections',
    what: 'fewer connections of a database',
    newer: withResource('aws_db_parameter_group', (draft) => {
      draft.parameter = [{ name: 'max_connections', value: '10' }];
    }),
  },
  {
    rule: 'capacity/wcu',
    what: 'a web ACL with half of its rules',
    newer: withObject(/webacl-.*\.yaml$/, (draft) => {
      draft.spec.rules = draft.spec.rules.slice(0, 3);
    }),
  },
  {
    rule: 'capacity/cost',
    what: 'one more NAT gateway',
    newer: withNewResource('aws_nat_gateway', { subnet_id: 'planted' }),
  },
  {
    rule: 'capacity/disruption',
    what: 'a budget that lets every pod go at once',
    newer: withObject(/services\/api\/poddisruptionbudget-.*\.yaml$/, (draft) => {
      draft.spec.maxUnavailable = '100%';
    }),
  },
];

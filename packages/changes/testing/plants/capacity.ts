import { type Plants, withNewResource, withObject, withResource } from '../planted.ts';

const service = (file: string) => new RegExp(`services/api/${file}\\.yaml$`);

/** Effects on capacity and cost. */
export const capacityPlants: Plants = {
  'capacity/pods': {
    'more pods at the least': withObject(service('horizontalpodautoscaler-api'), (draft) => {
      draft.spec.minReplicas += 1;
    }),
  },
  'capacity/requests': {
    'more memory in each pod': withObject(service('rollout-api'), (draft) => {
      draft.spec.template.spec.containers[0].resources.requests.memory = '4Gi';
    }),
  },
  'capacity/quota': {
    'a smaller quota': withObject(service('resourcequota-api'), (draft) => {
      draft.spec.hard.pods = '1';
    }),
  },
  'capacity/nodes': {
    'another limit of a pool': withObject(/nodepool-.*\.yaml$/, (draft) => {
      draft.spec.limits = { cpu: '1' };
    }),
    'other instances of a node group, with the room that each leaves': withResource(
      'aws_eks_node_group',
      (draft) => {
        draft.instance_types = ['m6g.2xlarge'];
      },
    ),
  },
  'capacity/addresses': {
    'a smaller subnet': withResource('aws_subnet', (draft) => {
      draft.cidr_block = draft.cidr_block.replace(/\/\d+$/, '/26');
    }),
  },
  'capacity/connections': {
    'fewer connections of a database': withResource('aws_db_parameter_group', (draft) => {
      draft.parameter = [{ name: 'max_connections', value: '10' }];
    }),
  },
  'capacity/wcu': {
    'a web ACL with half of its rules': withObject(/webacl-.*\.yaml$/, (draft) => {
      draft.spec.rules = draft.spec.rules.slice(0, 3);
    }),
  },
  'capacity/cost': {
    'one more NAT gateway': withNewResource('aws_nat_gateway', { subnet_id: 'planted' }),
  },
  'capacity/disruption': {
    'a budget that lets every pod go at once': withObject(
      /services\/api\/poddisruptionbudget-.*\.yaml$/,
      (draft) => {
        draft.spec.maxUnavailable = '100%';
      },
    ),
  },
};

# What moto lacks of ElastiCache: groups of parameters, the end of groups of subnets, Global Datastores, and the clusters
# that a replication group has.
import string

from moto.core.responses import ActionResult
from moto.elasticache.models import ElastiCacheBackend, ReplicationGroup
from moto.elasticache.responses import ElastiCacheResponse

parameter_groups = {}
datastores = {}


def own_groups(self):
    return parameter_groups.setdefault((self.current_account, self.region), {})


def arn_of(self, kind, name, region=None):
    where = self.region if region is None else region
    return f'arn:aws:elasticache:{where}:{self.current_account}:{kind}:{name}'


def create_cache_parameter_group(self):
    name = self._get_param('CacheParameterGroupName')
    arn = arn_of(self, 'parametergroup', name)
    own_groups(self)[name] = {
        'CacheParameterGroupName': name, 'CacheParameterGroupFamily': self._get_param('CacheParameterGroupFamily'),
        'Description': self._get_param('Description'), 'IsGlobal': False, 'ARN': arn, 'set': {}}
    self.elasticache_backend.add_tags_to_resource(arn, self._get_param('Tags', []))
    return ActionResult({'CacheParameterGroup': own_groups(self)[name]})


def modify_cache_parameter_group(self):
    name = self._get_param('CacheParameterGroupName')
    for one in self._get_param('ParameterNameValues', []):
        own_groups(self)[name]['set'][one['ParameterName']] = one['ParameterValue']
    return ActionResult({'CacheParameterGroupName': name})


def delete_cache_parameter_group(self):
    del own_groups(self)[self._get_param('CacheParameterGroupName')]
    return ActionResult({})


def delete_cache_subnet_group(self):
    del self.elasticache_backend.cache_subnet_groups[self._get_param('CacheSubnetGroupName')]
    return ActionResult({})


def describe_cache_parameter_groups(self):
    name = self._get_param('CacheParameterGroupName')
    return ActionResult({'CacheParameterGroups': [group for own, group in own_groups(self).items() if name in (None, own)]})


def describe_cache_parameters(self):
    group = own_groups(self)[self._get_param('CacheParameterGroupName')]
    return ActionResult({'Parameters': [
        {'ParameterName': name, 'ParameterValue': value, 'Source': 'user'} for name, value in group['set'].items()]})


# A member of a replication group is a cluster of its own (ElastiCache API, CacheCluster).
own_clusters = ElastiCacheResponse.describe_cache_clusters


def member(group, name):
    return {
        'CacheClusterId': name, 'ReplicationGroupId': group.replication_group_id, 'CacheClusterStatus': 'available',
        'CacheNodeType': group.cache_node_type, 'Engine': group.engine, 'EngineVersion': f'{group.engine_version or "7.1"}.0',
        'CacheParameterGroup': {'CacheParameterGroupName': group.cache_parameter_group_name or 'default.redis7'},
        'CacheSubnetGroupName': group.cache_subnet_group_name, 'PreferredMaintenanceWindow': group.preferred_maintenance_window,
        'SecurityGroups': [{'SecurityGroupId': one, 'Status': 'active'} for one in group.security_group_ids or []],
        'AtRestEncryptionEnabled': group.at_rest_encryption_enabled, 'TransitEncryptionEnabled': group.transit_encryption_enabled,
        'TransitEncryptionMode': group.transit_encryption_mode, 'AuthTokenEnabled': group.auth_token_enabled,
        'AutoMinorVersionUpgrade': True, 'CacheNodes': [{'CacheNodeId': '0001', 'Endpoint': {'Address': name, 'Port': group.port}}]}


def describe_cache_clusters(self):
    wanted = self._get_param('CacheClusterId')
    for group in self.elasticache_backend.replication_groups.values():
        if wanted in group.member_clusters:
            return ActionResult({'CacheClusters': [member(group, wanted)]})
    return own_clusters(self)


# moto makes one cluster, however many are asked for.
make_group = ReplicationGroup.__init__


def make_group_of_clusters(self, *given, num_cache_clusters=None, replicas_per_node_group=None, **named):
    replicas = (num_cache_clusters or 1) - 1 if replicas_per_node_group is None else replicas_per_node_group
    make_group(self, *given, num_cache_clusters=num_cache_clusters, replicas_per_node_group=replicas, **named)


ReplicationGroup.__init__ = make_group_of_clusters


# moto says that a group is being deleted, and never ends that.
delete_group = ElastiCacheBackend.delete_replication_group


def delete_replication_group(self, replication_group_id, *more, **named):
    deleted = delete_group(self, replication_group_id, *more, **named)
    del self.replication_groups[replication_group_id]
    return deleted


ElastiCacheBackend.delete_replication_group = delete_replication_group


# A datastore is known in every region of its members; AWS puts five letters before its suffix.
def create_global_replication_group(self):
    suffix, primary = self._get_param('GlobalReplicationGroupIdSuffix'), self._get_param('PrimaryReplicationGroupId')
    group = self.elasticache_backend.replication_groups[primary]
    name = f'{string.ascii_lowercase[:5]}-{suffix}'
    group.global_replication_group_id, group.global_replication_group_member_role = name, 'PRIMARY'
    datastores[name] = {
        'GlobalReplicationGroupId': name, 'GlobalReplicationGroupDescription': self._get_param('GlobalReplicationGroupDescription'),
        'Status': 'available', 'CacheNodeType': group.cache_node_type, 'Engine': group.engine,
        'EngineVersion': f'{group.engine_version}.0', 'ClusterEnabled': False, 'AuthTokenEnabled': group.auth_token_enabled,
        'TransitEncryptionEnabled': True, 'AtRestEncryptionEnabled': True, 'ARN': arn_of(self, 'globalreplicationgroup', name, ''),
        'Members': [{'ReplicationGroupId': primary, 'ReplicationGroupRegion': self.region, 'Role': 'PRIMARY',
                     'AutomaticFailover': 'enabled', 'Status': 'associated'}]}
    return ActionResult({'GlobalReplicationGroup': datastores[name]})


def describe_global_replication_groups(self):
    wanted = self._get_param('GlobalReplicationGroupId')
    return ActionResult({'GlobalReplicationGroups': [one for name, one in datastores.items() if wanted in (None, name)]})


# moto has a list of the kinds that have tags, and lacks these.
ElastiCacheBackend.list_tags_for_resource = lambda self, arn: self.tagging_service.list_tags_for_resource(arn)

for call in [
    create_cache_parameter_group, modify_cache_parameter_group, describe_cache_parameter_groups, describe_cache_parameters,
    describe_cache_clusters, create_global_replication_group, describe_global_replication_groups,
    delete_cache_parameter_group, delete_cache_subnet_group,
]:
    setattr(ElastiCacheResponse, call.__name__, call)

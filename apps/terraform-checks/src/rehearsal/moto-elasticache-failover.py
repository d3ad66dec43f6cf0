# ElastiCache: how groups join a Global Datastore, and how it fails over (user guide, "Replication across Amazon Regions using
# global datastores"; API reference, FailoverGlobalReplicationGroup).
from moto.core.responses import ActionResult
from moto.elasticache.exceptions import ElastiCacheException
from moto.elasticache.models import ElastiCacheBackend, elasticache_backends
from moto.elasticache.responses import ElastiCacheResponse


class InvalidReplicationGroupState(ElastiCacheException):
    code = 'InvalidReplicationGroupState'


class InvalidGlobalReplicationGroupState(ElastiCacheException):
    code = 'InvalidGlobalReplicationGroupState'


# What a secondary has from its primary.
inherited = [
    'engine', 'engine_version', 'cache_node_type', 'auth_token_enabled', 'transit_encryption_enabled',
    'transit_encryption_mode', 'at_rest_encryption_enabled', 'cache_parameter_group_name', 'automatic_failover']


def groups_in(account, region):
    return elasticache_backends[account][region].replication_groups


def primary_of(account, datastore):
    [one] = [one for one in datastore['Members'] if one['Role'] == 'PRIMARY']
    return groups_in(account, one['ReplicationGroupRegion'])[one['ReplicationGroupId']]


found_group = ElastiCacheBackend.create_replication_group


def join_group(self, *given, **named):
    group = found_group(self, *given, **named)
    datastore = datastores.get(group.global_replication_group_id)
    if datastore is None:
        return group
    for name in inherited:
        setattr(group, name, getattr(primary_of(self.account_id, datastore), name))
    datastore['Members'].append({
        'ReplicationGroupId': group.replication_group_id, 'ReplicationGroupRegion': self.region_name, 'Role': 'SECONDARY',
        'AutomaticFailover': 'enabled', 'Status': 'associated'})
    return group


ElastiCacheBackend.create_replication_group = join_group

found_datastore = ElastiCacheResponse.create_global_replication_group


def create_global_replication_group(self):
    primary = self._get_param('PrimaryReplicationGroupId')
    if self.elasticache_backend.replication_groups[primary].global_replication_group_id:
        raise InvalidReplicationGroupState(f'Replication group {primary} is a member of a Global Datastore already.')
    return found_datastore(self)


def delete_global_replication_group(self):
    name = self._get_param('GlobalReplicationGroupId')
    if len(datastores[name]['Members']) > 1:
        raise InvalidGlobalReplicationGroupState(f'Global Datastore {name} has secondaries.')
    group = primary_of(self.current_account, datastores[name])
    group.global_replication_group_id = ''
    return ActionResult({'GlobalReplicationGroup': {**datastores.pop(name), 'Status': 'deleting'}})


def failover_global_replication_group(self):
    datastore = datastores[self._get_param('GlobalReplicationGroupId')]
    asked = self._get_param('PrimaryRegion'), self._get_param('PrimaryReplicationGroupId')
    for one in datastore['Members']:
        here = one['ReplicationGroupRegion'], one['ReplicationGroupId']
        one['Role'] = 'PRIMARY' if here == asked else 'SECONDARY'
        groups_in(self.current_account, here[0])[here[1]].global_replication_group_member_role = one['Role']
    return ActionResult({'GlobalReplicationGroup': datastore})


# What of a group a role changes; moto modifies no group.
def modify_replication_group(self):
    group = self.elasticache_backend.replication_groups[self._get_param('ReplicationGroupId')]
    token = self._get_param('AuthToken')
    if token is not None and not 16 <= len(token) <= 128:
        raise ElastiCacheException('Invalid AuthToken provided: 16 to 128 characters.')
    if self._get_param('SnapshotRetentionLimit') is not None:
        group.snapshot_retention_limit = int(self._get_param('SnapshotRetentionLimit'))
    if self._get_param('SnapshotWindow') is not None:
        group.snapshot_window = self._get_param('SnapshotWindow')
    return ActionResult({'ReplicationGroup': group})


for call in [
    create_global_replication_group, delete_global_replication_group, failover_global_replication_group,
    modify_replication_group,
]:
    setattr(ElastiCacheResponse, call.__name__, call)

# RDS: a replica is an instance of its own, with what it takes from its source (API reference, CreateDBInstanceReadReplica), and a
# promoted one has no source (user guide, "Promoting a read replica"). moto copies its source, with the region and the lists of
# that, and goes on naming it. Each instance has an id that stays when it is renamed, and so do its replicas (user guide, "Renaming a
# DB instance").
import uuid

from moto.rds.models import DBInstance, RDSBackend, rds_backends

inherited_by_replica = [
    'engine', 'engine_version', 'allocated_storage', 'storage_type', 'storage_encrypted', 'db_name', 'master_username',
    'port']

make_instance = DBInstance.__init__


def make_instance_with_id(self, *given, **named):
    make_instance(self, *given, **named)
    self.dbi_resource_id = f'db-{uuid.uuid4().hex.upper()}'


def create_read_replica(self, asked):
    self._validate_db_identifier(asked['db_instance_identifier'])
    source = self.find_db_from_id(asked['source_db_instance_identifier'])
    taken = {name: getattr(source, name) for name in inherited_by_replica}
    replica = DBInstance(self, **{**taken, **{name: one for name, one in asked.items() if one is not None}})
    replica.set_as_replica()
    self.databases[asked['db_instance_identifier']] = replica
    source.add_replica(replica)
    return replica


def remove_replica(self, replica):
    names = replica.db_instance_arn, replica.db_instance_identifier
    self.replicas = [one for one in self.replicas if one not in names]


promote = RDSBackend.promote_read_replica


def promote_read_replica(self, asked):
    database = promote(self, asked)
    if database.source_db_instance_identifier is not None:
        self.find_db_from_id(database.source_db_instance_identifier).remove_replica(database)
    database.source_db_instance_identifier = None
    return database


modify = RDSBackend.modify_db_instance


def modify_db_instance(self, name, asked):
    before = self.find_db_from_id(name)
    old = before.db_instance_arn
    database = modify(self, name, asked)
    for region in rds_backends[self.account_id].values():
        for other in region.databases.values():
            if other.source_db_instance_identifier in (old, name):
                other.source_db_instance_identifier = database.db_instance_arn
    return database


DBInstance.__init__ = make_instance_with_id
DBInstance.remove_replica = remove_replica
RDSBackend.create_db_instance_read_replica = create_read_replica
RDSBackend.promote_read_replica = promote_read_replica
RDSBackend.modify_db_instance = modify_db_instance

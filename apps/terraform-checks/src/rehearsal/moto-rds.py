# RDS: how a database is watched (API reference, CreateDBInstance and DBInstance), which moto takes and does not tell. Without it
# each further apply would change the database, and wait for it.
from moto.rds.models import RDSBackend

watched = {
    'enable_performance_insights': 'performance_insights_enabled',
    **{name: name for name in [
        'performance_insights_kms_key_id', 'performance_insights_retention_period', 'database_insights_mode',
        'monitoring_interval', 'monitoring_role_arn']},
}


def remembering(call, at):
    def answer(self, *given, **named):
        database = call(self, *given, **named)
        asked = [*given, *named.values()][at]
        for name, told in watched.items():
            if asked.get(name) is not None:
                setattr(database, told, asked.get(name))
        return database
    return answer


RDSBackend.create_db_instance = remembering(RDSBackend.create_db_instance, 0)
RDSBackend.create_db_instance_read_replica = remembering(RDSBackend.create_db_instance_read_replica, 0)
RDSBackend.modify_db_instance = remembering(RDSBackend.modify_db_instance, 1)

locals {
  is_replica = var.replica_of != null

  # What a replica takes from its source, and a promoted one then has already: setting `replica_of`
  # to null promotes it where it stands (RDS user guide, "Promoting a read replica").
  replication = {
    source         = var.replica_of
    engine         = local.is_replica ? null : "postgres"
    engine_version = local.is_replica ? null : var.engine_version
    database_name  = local.is_replica ? null : var.database_name
    username       = local.is_replica ? null : var.administrator
    storage_gb     = local.is_replica ? null : var.storage_gb
  }
}

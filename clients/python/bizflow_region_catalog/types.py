# Rendered by @bizflow/generator from packages/; change the facts there. sha256:558d10db127141224fd34460d698344aec11e8a0305bbc0331548af9a03f113f
"""The shapes of the catalog: what a type checker knows of it."""
from typing import NotRequired, Optional, TypedDict

# Another region takes it. A static page answers, so that bound data stays inside its border.
Fallback = TypedDict(
    "Fallback",
    {
        "kind": str,
        "region": NotRequired[str],
    },
)

# A VPC and its nine subnets.
Network = TypedDict(
    "Network",
    {
        "vpc": str,
        "public": list[str],
        "private": list[str],
        "database": list[str],
    },
)

# The managed node group that carries the controllers.
ClusterNodes = TypedDict(
    "ClusterNodes",
    {
        "instance": str,
        "min": int,
        "max": int,
        "diskGb": int,
    },
)

Cluster = TypedDict(
    "Cluster",
    {
        "kubernetes": str,
        "nodes": ClusterNodes,
    },
)

Database = TypedDict(
    "Database",
    {
        "identifier": str,
        "role": str,
        "writer": str,
        "source": Optional[str],
        "instance": str,
        "storageGb": int,
        "storageType": str,
        "backupDays": int,
        "multiAz": bool,
    },
)

RedisGlobal = TypedDict(
    "RedisGlobal",
    {
        "id": str,
        "role": str,
    },
)

Redis = TypedDict(
    "Redis",
    {
        "identifier": str,
        "node": str,
        "replicas": int,
        "multiAz": bool,
        "tls": bool,
        "global": Optional[RedisGlobal],
    },
)

Bucket = TypedDict(
    "Bucket",
    {
        "purpose": str,
        "storageClass": str,
        "replicatesTo": Optional[str],
    },
)

Key = TypedDict(
    "Key",
    {
        "alias": str,
        "scope": str,
        "rotation": str,
    },
)

Keys = TypedDict(
    "Keys",
    {
        "database": Key,
        "storage": Key,
        "secrets": Key,
        "application": Key,
    },
)

DnsHealthCheck = TypedDict(
    "DnsHealthCheck",
    {
        "name": str,
        "path": str,
        "intervalSeconds": int,
        "failureThreshold": int,
        "checkers": list[str],
    },
)

# How Route 53 finds the region.
Dns = TypedDict(
    "Dns",
    {
        "locations": list[str],
        "healthCheck": DnsHealthCheck,
    },
)

LifeCopies = TypedDict(
    "LifeCopies",
    {
        "from": str,
        "people": list[str],
    },
)

# What moves have made of the region; a region that no move concerns is whole, and has nothing else.
Life = TypedDict(
    "Life",
    {
        "extent": str,
        "keeps": list[str],
        "copies": Optional[LifeCopies],
        "waiting": list[str],
    },
)

# Everything the catalog says of one place.
Region = TypedDict(
    "Region",
    {
        "id": str,
        "name": str,
        "country": str,
        "serves": list[str],
        "regulations": list[str],
        "status": str,
        "fallback": Fallback,
        "zones": list[str],
        "network": Network,
        "cluster": Cluster,
        "database": Database,
        "redis": Redis,
        "buckets": list[Bucket],
        "keys": Keys,
        "dns": Dns,
        "life": Life,
    },
)

# The API is one name for all regions: Route 53 answers it by country.
Hosts = TypedDict(
    "Hosts",
    {
        "api": str,
        "loadBalancer": str,
        "cdn": str,
    },
)

# The region of its tenants, why that one, and the laws of the catalog that protect them.
CountryFacts = TypedDict(
    "CountryFacts",
    {
        "region": str,
        "basis": str,
        "laws": list[str],
    },
)

# A flow of data across a border that the company has decided to allow.
Exception = TypedDict(
    "Exception",
    {
        "flow": str,
        "from": str,
        "to": str,
        "subjects": list[str],
        "basis": str,
        "decision": str,
    },
)

Regulation = TypedDict(
    "Regulation",
    {
        "title": str,
        "protects": list[str],
    },
)

# What the law says of data in each area: it may go there freely, with safeguards by contract, or not.
NeighbourReadings = TypedDict(
    "NeighbourReadings",
    {
        "EEA": str,
        "GB": str,
    },
)

Neighbour = TypedDict(
    "Neighbour",
    {
        "country": str,
        "name": str,
        "readings": NeighbourReadings,
        "law": str,
    },
)

# Where BizFlow runs: one fact sheet per AWS Region, with the laws and borders that bind it.
Catalog = TypedDict(
    "Catalog",
    {
        "apiVersion": str,
        "regions": dict[str, Region],
        "hosts": dict[str, Hosts],
        "countries": dict[str, CountryFacts],
        "exceptions": list[Exception],
        "regulations": dict[str, Regulation],
        "neighbours": list[Neighbour],
    },
)

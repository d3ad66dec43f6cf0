# Rendered by @bizflow/generator from packages/; change the facts there. sha256:a7d11b6744d8abb2361845b04d796fcc00b61d59714fb3357dc4f050144b7111
DOCUMENT = r"""{
 "apiVersion": "catalog.bizflow.app/v1",
 "regions": {
  "ap-south-1": {
   "id": "ap-south-1",
   "name": "India",
   "country": "IN",
   "serves": [
    "IN"
   ],
   "regulations": [
    "DPDP"
   ],
   "status": "active",
   "fallback": {
    "kind": "region",
    "region": "ap-southeast-1"
   },
   "zones": [
    "ap-south-1a",
    "ap-south-1b",
    "ap-south-1c"
   ],
   "network": {
    "vpc": "10.1.0.0/16",
    "public": [
     "10.1.1.0/24",
     "10.1.2.0/24",
     "10.1.3.0/24"
    ],
    "private": [
     "10.1.11.0/24",
     "10.1.12.0/24",
     "10.1.13.0/24"
    ],
    "database": [
     "10.1.21.0/24",
     "10.1.22.0/24",
     "10.1.23.0/24"
    ]
   },
   "cluster": {
    "kubernetes": "1.35",
    "nodes": {
     "instance": "m6g.xlarge",
     "min": 3,
     "max": 12,
     "diskGb": 60
    }
   },
   "database": {
    "identifier": "bizflow-primary",
    "role": "writer",
    "writer": "ap-south-1",
    "source": null,
    "instance": "db.r6g.2xlarge",
    "storageGb": 500,
    "storageType": "gp3",
    "backupDays": 35,
    "multiAz": true
   },
   "redis": {
    "identifier": "bizflow-redis-india",
    "node": "cache.r6g.large",
    "replicas": 2,
    "multiAz": true,
    "tls": true,
    "global": {
     "id": "bizflow-redis-global",
     "role": "primary"
    }
   },
   "buckets": [
    {
     "purpose": "data",
     "storageClass": "INTELLIGENT_TIERING",
     "replicatesTo": "ap-southeast-1"
    }
   ],
   "keys": {
    "database": {
     "alias": "bizflow/db-ap-south-1",
     "scope": "regional",
     "rotation": "annual"
    },
    "storage": {
     "alias": "bizflow/s3-ap-south-1",
     "scope": "regional",
     "rotation": "annual"
    },
    "secrets": {
     "alias": "bizflow/secrets",
     "scope": "multi-region",
     "rotation": "automatic"
    },
    "application": {
     "alias": "bizflow/app",
     "scope": "multi-region",
     "rotation": "annual"
    }
   },
   "dns": {
    "locations": [
     "IN",
     "*"
    ],
    "healthCheck": {
     "name": "hc-india",
     "path": "/health",
     "intervalSeconds": 10,
     "failureThreshold": 3,
     "checkers": [
      "us-east-1",
      "eu-west-1",
      "ap-southeast-1"
     ]
    }
   },
   "life": {
    "extent": "whole",
    "keeps": [],
    "copies": null,
    "waiting": []
   }
  },
  "ap-southeast-1": {
   "id": "ap-southeast-1",
   "name": "Singapore",
   "country": "SG",
   "serves": [
    "SG",
    "MY"
   ],
   "regulations": [
    "PDPA-SG",
    "PDPA-MY"
   ],
   "status": "active",
   "fallback": {
    "kind": "static-page"
   },
   "zones": [
    "ap-southeast-1a",
    "ap-southeast-1b",
    "ap-southeast-1c"
   ],
   "network": {
    "vpc": "10.2.0.0/16",
    "public": [
     "10.2.1.0/24",
     "10.2.2.0/24",
     "10.2.3.0/24"
    ],
    "private": [
     "10.2.11.0/24",
     "10.2.12.0/24",
     "10.2.13.0/24"
    ],
    "database": [
     "10.2.21.0/24",
     "10.2.22.0/24",
     "10.2.23.0/24"
    ]
   },
   "cluster": {
    "kubernetes": "1.35",
    "nodes": {
     "instance": "m6g.xlarge",
     "min": 3,
     "max": 8,
     "diskGb": 60
    }
   },
   "database": {
    "identifier": "bizflow-replica-singapore",
    "role": "replica",
    "writer": "ap-south-1",
    "source": "ap-south-1",
    "instance": "db.r6g.xlarge",
    "storageGb": 500,
    "storageType": "gp3",
    "backupDays": 35,
    "multiAz": false
   },
   "redis": {
    "identifier": "bizflow-redis-singapore",
    "node": "cache.r6g.large",
    "replicas": 2,
    "multiAz": true,
    "tls": true,
    "global": {
     "id": "bizflow-redis-global",
     "role": "secondary"
    }
   },
   "buckets": [
    {
     "purpose": "data",
     "storageClass": "INTELLIGENT_TIERING",
     "replicatesTo": null
    }
   ],
   "keys": {
    "database": {
     "alias": "bizflow/db-ap-southeast-1",
     "scope": "regional",
     "rotation": "annual"
    },
    "storage": {
     "alias": "bizflow/s3-ap-southeast-1",
     "scope": "regional",
     "rotation": "annual"
    },
    "secrets": {
     "alias": "bizflow/secrets",
     "scope": "multi-region",
     "rotation": "automatic"
    },
    "application": {
     "alias": "bizflow/app",
     "scope": "multi-region",
     "rotation": "annual"
    }
   },
   "dns": {
    "locations": [
     "SG",
     "MY"
    ],
    "healthCheck": {
     "name": "hc-singapore",
     "path": "/health",
     "intervalSeconds": 10,
     "failureThreshold": 3,
     "checkers": [
      "us-east-1",
      "eu-west-1",
      "ap-southeast-1"
     ]
    }
   },
   "life": {
    "extent": "whole",
    "keeps": [],
    "copies": null,
    "waiting": []
   }
  },
  "me-south-1": {
   "id": "me-south-1",
   "name": "UAE",
   "country": "BH",
   "serves": [
    "AE"
   ],
   "regulations": [
    "UAE-PDPL"
   ],
   "status": "impaired",
   "fallback": {
    "kind": "static-page"
   },
   "zones": [
    "me-south-1a",
    "me-south-1b",
    "me-south-1c"
   ],
   "network": {
    "vpc": "10.3.0.0/16",
    "public": [
     "10.3.1.0/24",
     "10.3.2.0/24",
     "10.3.3.0/24"
    ],
    "private": [
     "10.3.11.0/24",
     "10.3.12.0/24",
     "10.3.13.0/24"
    ],
    "database": [
     "10.3.21.0/24",
     "10.3.22.0/24",
     "10.3.23.0/24"
    ]
   },
   "cluster": {
    "kubernetes": "1.35",
    "nodes": {
     "instance": "m6g.xlarge",
     "min": 3,
     "max": 6,
     "diskGb": 60
    }
   },
   "database": {
    "identifier": "bizflow-writer-uae",
    "role": "writer",
    "writer": "me-south-1",
    "source": null,
    "instance": "db.r6g.xlarge",
    "storageGb": 200,
    "storageType": "gp3",
    "backupDays": 35,
    "multiAz": true
   },
   "redis": {
    "identifier": "bizflow-redis-uae",
    "node": "cache.r6g.large",
    "replicas": 2,
    "multiAz": true,
    "tls": true,
    "global": null
   },
   "buckets": [
    {
     "purpose": "data",
     "storageClass": "INTELLIGENT_TIERING",
     "replicatesTo": null
    }
   ],
   "keys": {
    "database": {
     "alias": "bizflow/db-me-south-1",
     "scope": "regional",
     "rotation": "annual"
    },
    "storage": {
     "alias": "bizflow/s3-me-south-1",
     "scope": "regional",
     "rotation": "annual"
    },
    "secrets": {
     "alias": "bizflow/secrets",
     "scope": "multi-region",
     "rotation": "automatic"
    },
    "application": {
     "alias": "bizflow/app",
     "scope": "multi-region",
     "rotation": "annual"
    }
   },
   "dns": {
    "locations": [
     "AE"
    ],
    "healthCheck": {
     "name": "hc-uae",
     "path": "/health",
     "intervalSeconds": 10,
     "failureThreshold": 3,
     "checkers": [
      "us-east-1",
      "eu-west-1",
      "ap-southeast-1"
     ]
    }
   },
   "life": {
    "extent": "whole",
    "keeps": [],
    "copies": null,
    "waiting": []
   }
  },
  "eu-west-2": {
   "id": "eu-west-2",
   "name": "UK",
   "country": "GB",
   "serves": [
    "GB",
    "AT",
    "BE",
    "BG",
    "CY",
    "CZ",
    "DE",
    "DK",
    "EE",
    "ES",
    "FI",
    "FR",
    "GR",
    "HR",
    "HU",
    "IE",
    "IT",
    "LT",
    "LU",
    "LV",
    "MT",
    "NL",
    "PL",
    "PT",
    "RO",
    "SE",
    "SI",
    "SK",
    "AX",
    "GF",
    "GP",
    "MF",
    "MQ",
    "RE",
    "YT"
   ],
   "regulations": [
    "GDPR"
   ],
   "status": "active",
   "fallback": {
    "kind": "static-page"
   },
   "zones": [
    "eu-west-2a",
    "eu-west-2b",
    "eu-west-2c"
   ],
   "network": {
    "vpc": "10.4.0.0/16",
    "public": [
     "10.4.1.0/24",
     "10.4.2.0/24",
     "10.4.3.0/24"
    ],
    "private": [
     "10.4.11.0/24",
     "10.4.12.0/24",
     "10.4.13.0/24"
    ],
    "database": [
     "10.4.21.0/24",
     "10.4.22.0/24",
     "10.4.23.0/24"
    ]
   },
   "cluster": {
    "kubernetes": "1.35",
    "nodes": {
     "instance": "m6g.xlarge",
     "min": 3,
     "max": 8,
     "diskGb": 60
    }
   },
   "database": {
    "identifier": "bizflow-writer-uk",
    "role": "writer",
    "writer": "eu-west-2",
    "source": null,
    "instance": "db.r6g.xlarge",
    "storageGb": 200,
    "storageType": "gp3",
    "backupDays": 35,
    "multiAz": true
   },
   "redis": {
    "identifier": "bizflow-redis-uk",
    "node": "cache.r6g.large",
    "replicas": 2,
    "multiAz": true,
    "tls": true,
    "global": null
   },
   "buckets": [
    {
     "purpose": "data",
     "storageClass": "INTELLIGENT_TIERING",
     "replicatesTo": null
    }
   ],
   "keys": {
    "database": {
     "alias": "bizflow/db-eu-west-2",
     "scope": "regional",
     "rotation": "annual"
    },
    "storage": {
     "alias": "bizflow/s3-eu-west-2",
     "scope": "regional",
     "rotation": "annual"
    },
    "secrets": {
     "alias": "bizflow/secrets",
     "scope": "multi-region",
     "rotation": "automatic"
    },
    "application": {
     "alias": "bizflow/app",
     "scope": "multi-region",
     "rotation": "annual"
    }
   },
   "dns": {
    "locations": [
     "GB",
     "EU"
    ],
    "healthCheck": {
     "name": "hc-uk",
     "path": "/health",
     "intervalSeconds": 10,
     "failureThreshold": 3,
     "checkers": [
      "us-east-1",
      "eu-west-1",
      "ap-southeast-1"
     ]
    }
   },
   "life": {
    "extent": "whole",
    "keeps": [],
    "copies": null,
    "waiting": []
   }
  }
 },
 "hosts": {
  "ap-south-1": {
   "api": "api.bizflow.app",
   "loadBalancer": "ap-south-1.alb.bizflow.app",
   "cdn": "ap-south-1.cdn.bizflow.app"
  },
  "ap-southeast-1": {
   "api": "api.bizflow.app",
   "loadBalancer": "ap-southeast-1.alb.bizflow.app",
   "cdn": "ap-southeast-1.cdn.bizflow.app"
  },
  "me-south-1": {
   "api": "api.bizflow.app",
   "loadBalancer": "me-south-1.alb.bizflow.app",
   "cdn": "me-south-1.cdn.bizflow.app"
  },
  "eu-west-2": {
   "api": "api.bizflow.app",
   "loadBalancer": "eu-west-2.alb.bizflow.app",
   "cdn": "eu-west-2.cdn.bizflow.app"
  }
 },
 "countries": {
  "AD": {
   "region": "eu-west-2",
   "basis": "continent",
   "laws": []
  },
  "AE": {
   "region": "me-south-1",
   "basis": "served",
   "laws": [
    "UAE-PDPL"
   ]
  },
  "AF": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "AG": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "AI": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "AL": {
   "region": "eu-west-2",
   "basis": "continent",
   "laws": []
  },
  "AM": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "AO": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "AQ": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "AR": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "AS": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "AT": {
   "region": "eu-west-2",
   "basis": "served",
   "laws": [
    "GDPR"
   ]
  },
  "AU": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "AW": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "AX": {
   "region": "eu-west-2",
   "basis": "served",
   "laws": [
    "GDPR"
   ]
  },
  "AZ": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "BA": {
   "region": "eu-west-2",
   "basis": "continent",
   "laws": []
  },
  "BB": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "BD": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "BE": {
   "region": "eu-west-2",
   "basis": "served",
   "laws": [
    "GDPR"
   ]
  },
  "BF": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "BG": {
   "region": "eu-west-2",
   "basis": "served",
   "laws": [
    "GDPR"
   ]
  },
  "BH": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "BI": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "BJ": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "BL": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "BM": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "BN": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "BO": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "BQ": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "BR": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "BS": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "BT": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "BV": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "BW": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "BY": {
   "region": "eu-west-2",
   "basis": "continent",
   "laws": []
  },
  "BZ": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "CA": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "CC": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "CD": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "CF": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "CG": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "CH": {
   "region": "eu-west-2",
   "basis": "continent",
   "laws": []
  },
  "CI": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "CK": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "CL": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "CM": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "CN": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "CO": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "CR": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "CU": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "CV": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "CW": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "CX": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "CY": {
   "region": "eu-west-2",
   "basis": "served",
   "laws": [
    "GDPR"
   ]
  },
  "CZ": {
   "region": "eu-west-2",
   "basis": "served",
   "laws": [
    "GDPR"
   ]
  },
  "DE": {
   "region": "eu-west-2",
   "basis": "served",
   "laws": [
    "GDPR"
   ]
  },
  "DJ": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "DK": {
   "region": "eu-west-2",
   "basis": "served",
   "laws": [
    "GDPR"
   ]
  },
  "DM": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "DO": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "DZ": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "EC": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "EE": {
   "region": "eu-west-2",
   "basis": "served",
   "laws": [
    "GDPR"
   ]
  },
  "EG": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "EH": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "ER": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "ES": {
   "region": "eu-west-2",
   "basis": "served",
   "laws": [
    "GDPR"
   ]
  },
  "ET": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "FI": {
   "region": "eu-west-2",
   "basis": "served",
   "laws": [
    "GDPR"
   ]
  },
  "FJ": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "FK": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "FM": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "FO": {
   "region": "eu-west-2",
   "basis": "continent",
   "laws": []
  },
  "FR": {
   "region": "eu-west-2",
   "basis": "served",
   "laws": [
    "GDPR"
   ]
  },
  "GA": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "GB": {
   "region": "eu-west-2",
   "basis": "served",
   "laws": [
    "GDPR"
   ]
  },
  "GD": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "GE": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "GF": {
   "region": "eu-west-2",
   "basis": "served",
   "laws": [
    "GDPR"
   ]
  },
  "GG": {
   "region": "eu-west-2",
   "basis": "continent",
   "laws": []
  },
  "GH": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "GI": {
   "region": "eu-west-2",
   "basis": "continent",
   "laws": []
  },
  "GL": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "GM": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "GN": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "GP": {
   "region": "eu-west-2",
   "basis": "served",
   "laws": [
    "GDPR"
   ]
  },
  "GQ": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "GR": {
   "region": "eu-west-2",
   "basis": "served",
   "laws": [
    "GDPR"
   ]
  },
  "GS": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "GT": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "GU": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "GW": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "GY": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "HK": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "HM": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "HN": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "HR": {
   "region": "eu-west-2",
   "basis": "served",
   "laws": [
    "GDPR"
   ]
  },
  "HT": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "HU": {
   "region": "eu-west-2",
   "basis": "served",
   "laws": [
    "GDPR"
   ]
  },
  "ID": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "IE": {
   "region": "eu-west-2",
   "basis": "served",
   "laws": [
    "GDPR"
   ]
  },
  "IL": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "IM": {
   "region": "eu-west-2",
   "basis": "continent",
   "laws": []
  },
  "IN": {
   "region": "ap-south-1",
   "basis": "served",
   "laws": [
    "DPDP"
   ]
  },
  "IO": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "IQ": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "IR": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "IS": {
   "region": "eu-west-2",
   "basis": "continent",
   "laws": [
    "GDPR"
   ]
  },
  "IT": {
   "region": "eu-west-2",
   "basis": "served",
   "laws": [
    "GDPR"
   ]
  },
  "JE": {
   "region": "eu-west-2",
   "basis": "continent",
   "laws": []
  },
  "JM": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "JO": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "JP": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "KE": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "KG": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "KH": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "KI": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "KM": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "KN": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "KP": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "KR": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "KW": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "KY": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "KZ": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "LA": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "LB": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "LC": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "LI": {
   "region": "eu-west-2",
   "basis": "continent",
   "laws": [
    "GDPR"
   ]
  },
  "LK": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "LR": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "LS": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "LT": {
   "region": "eu-west-2",
   "basis": "served",
   "laws": [
    "GDPR"
   ]
  },
  "LU": {
   "region": "eu-west-2",
   "basis": "served",
   "laws": [
    "GDPR"
   ]
  },
  "LV": {
   "region": "eu-west-2",
   "basis": "served",
   "laws": [
    "GDPR"
   ]
  },
  "LY": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "MA": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "MC": {
   "region": "eu-west-2",
   "basis": "continent",
   "laws": []
  },
  "MD": {
   "region": "eu-west-2",
   "basis": "continent",
   "laws": []
  },
  "ME": {
   "region": "eu-west-2",
   "basis": "continent",
   "laws": []
  },
  "MF": {
   "region": "eu-west-2",
   "basis": "served",
   "laws": [
    "GDPR"
   ]
  },
  "MG": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "MH": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "MK": {
   "region": "eu-west-2",
   "basis": "continent",
   "laws": []
  },
  "ML": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "MM": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "MN": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "MO": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "MP": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "MQ": {
   "region": "eu-west-2",
   "basis": "served",
   "laws": [
    "GDPR"
   ]
  },
  "MR": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "MS": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "MT": {
   "region": "eu-west-2",
   "basis": "served",
   "laws": [
    "GDPR"
   ]
  },
  "MU": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "MV": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "MW": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "MX": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "MY": {
   "region": "ap-southeast-1",
   "basis": "served",
   "laws": [
    "PDPA-MY"
   ]
  },
  "MZ": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "NA": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "NC": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "NE": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "NF": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "NG": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "NI": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "NL": {
   "region": "eu-west-2",
   "basis": "served",
   "laws": [
    "GDPR"
   ]
  },
  "NO": {
   "region": "eu-west-2",
   "basis": "continent",
   "laws": [
    "GDPR"
   ]
  },
  "NP": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "NR": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "NU": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "NZ": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "OM": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "PA": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "PE": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "PF": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "PG": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "PH": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "PK": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "PL": {
   "region": "eu-west-2",
   "basis": "served",
   "laws": [
    "GDPR"
   ]
  },
  "PM": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "PN": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "PR": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "PS": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "PT": {
   "region": "eu-west-2",
   "basis": "served",
   "laws": [
    "GDPR"
   ]
  },
  "PW": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "PY": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "QA": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "RE": {
   "region": "eu-west-2",
   "basis": "served",
   "laws": [
    "GDPR"
   ]
  },
  "RO": {
   "region": "eu-west-2",
   "basis": "served",
   "laws": [
    "GDPR"
   ]
  },
  "RS": {
   "region": "eu-west-2",
   "basis": "continent",
   "laws": []
  },
  "RU": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "RW": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "SA": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "SB": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "SC": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "SD": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "SE": {
   "region": "eu-west-2",
   "basis": "served",
   "laws": [
    "GDPR"
   ]
  },
  "SG": {
   "region": "ap-southeast-1",
   "basis": "served",
   "laws": [
    "PDPA-SG"
   ]
  },
  "SH": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "SI": {
   "region": "eu-west-2",
   "basis": "served",
   "laws": [
    "GDPR"
   ]
  },
  "SJ": {
   "region": "eu-west-2",
   "basis": "continent",
   "laws": []
  },
  "SK": {
   "region": "eu-west-2",
   "basis": "served",
   "laws": [
    "GDPR"
   ]
  },
  "SL": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "SM": {
   "region": "eu-west-2",
   "basis": "continent",
   "laws": []
  },
  "SN": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "SO": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "SR": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "SS": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "ST": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "SV": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "SX": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "SY": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "SZ": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "TC": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "TD": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "TF": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "TG": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "TH": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "TJ": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "TK": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "TL": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "TM": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "TN": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "TO": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "TR": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "TT": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "TV": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "TW": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "TZ": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "UA": {
   "region": "eu-west-2",
   "basis": "continent",
   "laws": []
  },
  "UG": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "UM": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "US": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "UY": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "UZ": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "VA": {
   "region": "eu-west-2",
   "basis": "continent",
   "laws": []
  },
  "VC": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "VE": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "VG": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "VI": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "VN": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "VU": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "WF": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "WS": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "YE": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "YT": {
   "region": "eu-west-2",
   "basis": "served",
   "laws": [
    "GDPR"
   ]
  },
  "ZA": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "ZM": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  },
  "ZW": {
   "region": "ap-south-1",
   "basis": "default",
   "laws": []
  }
 },
 "exceptions": [
  {
   "flow": "rest",
   "from": "ap-southeast-1",
   "to": "ap-southeast-1",
   "subjects": [
    "MY"
   ],
   "basis": "PDPA (Malaysia) s. 129: transfer to a place with a substantially similar law",
   "decision": "docs/decisions/0008-singapore-writes-to-india.md"
  },
  {
   "flow": "write",
   "from": "ap-southeast-1",
   "to": "ap-south-1",
   "subjects": [
    "SG",
    "MY"
   ],
   "basis": "PDPA (Singapore) s. 26 and PDPA (Malaysia) s. 129: contract with comparable protection",
   "decision": "docs/decisions/0008-singapore-writes-to-india.md"
  },
  {
   "flow": "rest",
   "from": "me-south-1",
   "to": "me-south-1",
   "subjects": [
    "AE"
   ],
   "basis": "UAE Federal Decree-Law 45/2021 art. 22-23: Bahrain, with safeguards by contract",
   "decision": "docs/decisions/0006-me-south-1-is-bahrain.md"
  },
  {
   "flow": "rest",
   "from": "eu-west-2",
   "to": "eu-west-2",
   "subjects": [
    "AT",
    "BE",
    "BG",
    "CY",
    "CZ",
    "DE",
    "DK",
    "EE",
    "ES",
    "FI",
    "FR",
    "GR",
    "HR",
    "HU",
    "IE",
    "IT",
    "LT",
    "LU",
    "LV",
    "MT",
    "NL",
    "PL",
    "PT",
    "RO",
    "SE",
    "SI",
    "SK",
    "AX",
    "GF",
    "GP",
    "MF",
    "MQ",
    "RE",
    "YT"
   ],
   "basis": "GDPR art. 45: Commission Implementing Decision (EU) 2021/1772 (UK adequacy), as renewed, until 2031-12-27",
   "decision": "docs/decisions/0007-eu-tenants-in-the-uk.md"
  },
  {
   "flow": "database-replica",
   "from": "ap-south-1",
   "to": "ap-southeast-1",
   "subjects": [
    "IN"
   ],
   "basis": "DPDP Act s. 16: transfer is free unless the Central Government restricts the country",
   "decision": "docs/decisions/0008-singapore-writes-to-india.md"
  },
  {
   "flow": "redis-replica",
   "from": "ap-south-1",
   "to": "ap-southeast-1",
   "subjects": [
    "IN"
   ],
   "basis": "DPDP Act s. 16: transfer is free unless the Central Government restricts the country",
   "decision": "docs/decisions/0008-singapore-writes-to-india.md"
  },
  {
   "flow": "bucket-replica",
   "from": "ap-south-1",
   "to": "ap-southeast-1",
   "subjects": [
    "IN"
   ],
   "basis": "DPDP Act s. 16: transfer is free unless the Central Government restricts the country",
   "decision": "docs/decisions/0008-singapore-writes-to-india.md"
  },
  {
   "flow": "fallback",
   "from": "ap-south-1",
   "to": "ap-southeast-1",
   "subjects": [
    "IN"
   ],
   "basis": "DPDP Act s. 16: transfer is free unless the Central Government restricts the country",
   "decision": "docs/decisions/0008-singapore-writes-to-india.md"
  }
 ],
 "regulations": {
  "DPDP": {
   "title": "Digital Personal Data Protection Act, 2023 (India)",
   "protects": [
    "IN"
   ]
  },
  "PDPA-SG": {
   "title": "Personal Data Protection Act 2012 (Singapore)",
   "protects": [
    "SG"
   ]
  },
  "PDPA-MY": {
   "title": "Personal Data Protection Act 2010 (Malaysia)",
   "protects": [
    "MY"
   ]
  },
  "UAE-PDPL": {
   "title": "Federal Decree-Law No. 45 of 2021 (UAE)",
   "protects": [
    "AE"
   ]
  },
  "GDPR": {
   "title": "Regulation (EU) 2016/679, and as retained in the United Kingdom",
   "protects": [
    "GB",
    "AT",
    "BE",
    "BG",
    "CY",
    "CZ",
    "DE",
    "DK",
    "EE",
    "ES",
    "FI",
    "FR",
    "GR",
    "HR",
    "HU",
    "IE",
    "IT",
    "LT",
    "LU",
    "LV",
    "MT",
    "NL",
    "PL",
    "PT",
    "RO",
    "SE",
    "SI",
    "SK",
    "IS",
    "LI",
    "NO",
    "AX",
    "GF",
    "GP",
    "MF",
    "MQ",
    "RE",
    "YT"
   ]
  }
 },
 "neighbours": [
  {
   "country": "AD",
   "name": "Andorra",
   "readings": {
    "EEA": "contract",
    "GB": "contract"
   },
   "law": "Llei 29/2021: modelled on the GDPR; no decision of its own is known"
  },
  {
   "country": "AL",
   "name": "Albania",
   "readings": {
    "EEA": "contract",
    "GB": "contract"
   },
   "law": "Law 124/2024: modelled on the GDPR; no decision of its own is known"
  },
  {
   "country": "BA",
   "name": "Bosnia and Herzegovina",
   "readings": {
    "EEA": "contract",
    "GB": "contract"
   },
   "law": "Law on Protection of Personal Data: modelled on the GDPR; no decision of its own is known"
  },
  {
   "country": "BY",
   "name": "Belarus",
   "readings": {
    "EEA": "free",
    "GB": "free"
   },
   "law": "Law 99-Z of 2021 art. 9 and Order 14 of the NPDPC: parties to Convention 108"
  },
  {
   "country": "CH",
   "name": "Switzerland",
   "readings": {
    "EEA": "free",
    "GB": "free"
   },
   "law": "FADP art. 16: annex 1 of the Data Protection Ordinance (Switzerland)"
  },
  {
   "country": "FO",
   "name": "Faroe Islands",
   "readings": {
    "EEA": "contract",
    "GB": "contract"
   },
   "law": "Act 80 of 2020: modelled on the GDPR; no decision of its own is known"
  },
  {
   "country": "GG",
   "name": "Guernsey",
   "readings": {
    "EEA": "free",
    "GB": "free"
   },
   "law": "Data Protection (Bailiwick of Guernsey) Law, 2017: members of the EEA and the UK are authorised"
  },
  {
   "country": "GI",
   "name": "Gibraltar",
   "readings": {
    "EEA": "free",
    "GB": "free"
   },
   "law": "Gibraltar GDPR: the EEA and the UK count as adequate"
  },
  {
   "country": "IM",
   "name": "Isle of Man",
   "readings": {
    "EEA": "free",
    "GB": "free"
   },
   "law": "Data Protection (Application of GDPR) Order 2018: the EEA and the UK count as adequate"
  },
  {
   "country": "IS",
   "name": "Iceland",
   "readings": {
    "EEA": "free",
    "GB": "free"
   },
   "law": "GDPR by EEA Joint Committee Decision 154/2018: GDPR art. 45: Commission Implementing Decision (EU) 2021/1772 (UK adequacy), as renewed, until 2031-12-27"
  },
  {
   "country": "JE",
   "name": "Jersey",
   "readings": {
    "EEA": "free",
    "GB": "free"
   },
   "law": "Data Protection (Jersey) Law 2018: the EEA and the UK count as adequate"
  },
  {
   "country": "LI",
   "name": "Liechtenstein",
   "readings": {
    "EEA": "free",
    "GB": "free"
   },
   "law": "GDPR by EEA Joint Committee Decision 154/2018: GDPR art. 45: Commission Implementing Decision (EU) 2021/1772 (UK adequacy), as renewed, until 2031-12-27"
  },
  {
   "country": "MC",
   "name": "Monaco",
   "readings": {
    "EEA": "contract",
    "GB": "contract"
   },
   "law": "Law 1.565 of 2024 art. 97: no list is known"
  },
  {
   "country": "MD",
   "name": "Moldova",
   "readings": {
    "EEA": "contract",
    "GB": "contract"
   },
   "law": "Law 195/2024: modelled on the GDPR; no decision of its own is known"
  },
  {
   "country": "ME",
   "name": "Montenegro",
   "readings": {
    "EEA": "free",
    "GB": "free"
   },
   "law": "Law on Personal Data Protection: the EEA, and whom the Commission counts as adequate"
  },
  {
   "country": "MK",
   "name": "North Macedonia",
   "readings": {
    "EEA": "free",
    "GB": "free"
   },
   "law": "Law of 2020 as amended on 14 May 2025: the EEA and members of NATO, after a notice"
  },
  {
   "country": "NO",
   "name": "Norway",
   "readings": {
    "EEA": "free",
    "GB": "free"
   },
   "law": "GDPR by EEA Joint Committee Decision 154/2018: GDPR art. 45: Commission Implementing Decision (EU) 2021/1772 (UK adequacy), as renewed, until 2031-12-27"
  },
  {
   "country": "RS",
   "name": "Serbia",
   "readings": {
    "EEA": "free",
    "GB": "free"
   },
   "law": "Law on Personal Data Protection of 2018 art. 64: parties to Convention 108"
  },
  {
   "country": "RU",
   "name": "Russia",
   "readings": {
    "EEA": "forbidden",
    "GB": "forbidden"
   },
   "law": "152-FZ art. 18 (5), since 1 July 2025: no database outside Russia may collect its citizens’ data"
  },
  {
   "country": "SJ",
   "name": "Svalbard and Jan Mayen",
   "readings": {
    "EEA": "free",
    "GB": "free"
   },
   "law": "the Norwegian Personal Data Act applies there, as in NO"
  },
  {
   "country": "SM",
   "name": "San Marino",
   "readings": {
    "EEA": "contract",
    "GB": "contract"
   },
   "law": "Law 171/2018: modelled on the GDPR; no decision of its own is known"
  },
  {
   "country": "UA",
   "name": "Ukraine",
   "readings": {
    "EEA": "free",
    "GB": "free"
   },
   "law": "Law 2297-VI of 2010 art. 29: members of the EEA and parties to Convention 108"
  },
  {
   "country": "VA",
   "name": "Vatican City",
   "readings": {
    "EEA": "contract",
    "GB": "contract"
   },
   "law": "Decree 657 of 2024: modelled on the GDPR; no decision of its own is known"
  }
 ]
}"""

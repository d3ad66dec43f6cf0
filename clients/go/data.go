// Rendered by @bizflow/generator from packages/; change the facts there. sha256:79fa2fc91aebab3f41c5be5f75759be85de4365577e32328528c50375465c4e7
package regioncatalog

const document = `{
 "apiVersion": "catalog.bizflow.app/v1",
 "countries": {
  "AD": {
   "basis": "continent",
   "laws": [],
   "region": "eu-west-2"
  },
  "AE": {
   "basis": "served",
   "laws": [
    "UAE-PDPL"
   ],
   "region": "me-south-1"
  },
  "AF": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "AG": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "AI": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "AL": {
   "basis": "continent",
   "laws": [],
   "region": "eu-west-2"
  },
  "AM": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "AO": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "AQ": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "AR": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "AS": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "AT": {
   "basis": "served",
   "laws": [
    "GDPR"
   ],
   "region": "eu-west-2"
  },
  "AU": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "AW": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "AX": {
   "basis": "served",
   "laws": [
    "GDPR"
   ],
   "region": "eu-west-2"
  },
  "AZ": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "BA": {
   "basis": "continent",
   "laws": [],
   "region": "eu-west-2"
  },
  "BB": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "BD": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "BE": {
   "basis": "served",
   "laws": [
    "GDPR"
   ],
   "region": "eu-west-2"
  },
  "BF": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "BG": {
   "basis": "served",
   "laws": [
    "GDPR"
   ],
   "region": "eu-west-2"
  },
  "BH": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "BI": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "BJ": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "BL": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "BM": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "BN": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "BO": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "BQ": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "BR": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "BS": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "BT": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "BV": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "BW": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "BY": {
   "basis": "continent",
   "laws": [],
   "region": "eu-west-2"
  },
  "BZ": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "CA": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "CC": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "CD": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "CF": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "CG": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "CH": {
   "basis": "continent",
   "laws": [],
   "region": "eu-west-2"
  },
  "CI": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "CK": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "CL": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "CM": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "CN": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "CO": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "CR": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "CU": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "CV": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "CW": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "CX": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "CY": {
   "basis": "served",
   "laws": [
    "GDPR"
   ],
   "region": "eu-west-2"
  },
  "CZ": {
   "basis": "served",
   "laws": [
    "GDPR"
   ],
   "region": "eu-west-2"
  },
  "DE": {
   "basis": "served",
   "laws": [
    "GDPR"
   ],
   "region": "eu-west-2"
  },
  "DJ": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "DK": {
   "basis": "served",
   "laws": [
    "GDPR"
   ],
   "region": "eu-west-2"
  },
  "DM": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "DO": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "DZ": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "EC": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "EE": {
   "basis": "served",
   "laws": [
    "GDPR"
   ],
   "region": "eu-west-2"
  },
  "EG": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "EH": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "ER": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "ES": {
   "basis": "served",
   "laws": [
    "GDPR"
   ],
   "region": "eu-west-2"
  },
  "ET": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "FI": {
   "basis": "served",
   "laws": [
    "GDPR"
   ],
   "region": "eu-west-2"
  },
  "FJ": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "FK": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "FM": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "FO": {
   "basis": "continent",
   "laws": [],
   "region": "eu-west-2"
  },
  "FR": {
   "basis": "served",
   "laws": [
    "GDPR"
   ],
   "region": "eu-west-2"
  },
  "GA": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "GB": {
   "basis": "served",
   "laws": [
    "GDPR"
   ],
   "region": "eu-west-2"
  },
  "GD": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "GE": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "GF": {
   "basis": "served",
   "laws": [
    "GDPR"
   ],
   "region": "eu-west-2"
  },
  "GG": {
   "basis": "continent",
   "laws": [],
   "region": "eu-west-2"
  },
  "GH": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "GI": {
   "basis": "continent",
   "laws": [],
   "region": "eu-west-2"
  },
  "GL": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "GM": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "GN": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "GP": {
   "basis": "served",
   "laws": [
    "GDPR"
   ],
   "region": "eu-west-2"
  },
  "GQ": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "GR": {
   "basis": "served",
   "laws": [
    "GDPR"
   ],
   "region": "eu-west-2"
  },
  "GS": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "GT": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "GU": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "GW": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "GY": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "HK": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "HM": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "HN": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "HR": {
   "basis": "served",
   "laws": [
    "GDPR"
   ],
   "region": "eu-west-2"
  },
  "HT": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "HU": {
   "basis": "served",
   "laws": [
    "GDPR"
   ],
   "region": "eu-west-2"
  },
  "ID": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "IE": {
   "basis": "served",
   "laws": [
    "GDPR"
   ],
   "region": "eu-west-2"
  },
  "IL": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "IM": {
   "basis": "continent",
   "laws": [],
   "region": "eu-west-2"
  },
  "IN": {
   "basis": "served",
   "laws": [
    "DPDP"
   ],
   "region": "ap-south-1"
  },
  "IO": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "IQ": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "IR": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "IS": {
   "basis": "continent",
   "laws": [
    "GDPR"
   ],
   "region": "eu-west-2"
  },
  "IT": {
   "basis": "served",
   "laws": [
    "GDPR"
   ],
   "region": "eu-west-2"
  },
  "JE": {
   "basis": "continent",
   "laws": [],
   "region": "eu-west-2"
  },
  "JM": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "JO": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "JP": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "KE": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "KG": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "KH": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "KI": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "KM": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "KN": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "KP": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "KR": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "KW": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "KY": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "KZ": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "LA": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "LB": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "LC": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "LI": {
   "basis": "continent",
   "laws": [
    "GDPR"
   ],
   "region": "eu-west-2"
  },
  "LK": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "LR": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "LS": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "LT": {
   "basis": "served",
   "laws": [
    "GDPR"
   ],
   "region": "eu-west-2"
  },
  "LU": {
   "basis": "served",
   "laws": [
    "GDPR"
   ],
   "region": "eu-west-2"
  },
  "LV": {
   "basis": "served",
   "laws": [
    "GDPR"
   ],
   "region": "eu-west-2"
  },
  "LY": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "MA": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "MC": {
   "basis": "continent",
   "laws": [],
   "region": "eu-west-2"
  },
  "MD": {
   "basis": "continent",
   "laws": [],
   "region": "eu-west-2"
  },
  "ME": {
   "basis": "continent",
   "laws": [],
   "region": "eu-west-2"
  },
  "MF": {
   "basis": "served",
   "laws": [
    "GDPR"
   ],
   "region": "eu-west-2"
  },
  "MG": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "MH": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "MK": {
   "basis": "continent",
   "laws": [],
   "region": "eu-west-2"
  },
  "ML": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "MM": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "MN": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "MO": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "MP": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "MQ": {
   "basis": "served",
   "laws": [
    "GDPR"
   ],
   "region": "eu-west-2"
  },
  "MR": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "MS": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "MT": {
   "basis": "served",
   "laws": [
    "GDPR"
   ],
   "region": "eu-west-2"
  },
  "MU": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "MV": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "MW": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "MX": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "MY": {
   "basis": "served",
   "laws": [
    "PDPA-MY"
   ],
   "region": "ap-southeast-1"
  },
  "MZ": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "NA": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "NC": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "NE": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "NF": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "NG": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "NI": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "NL": {
   "basis": "served",
   "laws": [
    "GDPR"
   ],
   "region": "eu-west-2"
  },
  "NO": {
   "basis": "continent",
   "laws": [
    "GDPR"
   ],
   "region": "eu-west-2"
  },
  "NP": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "NR": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "NU": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "NZ": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "OM": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "PA": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "PE": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "PF": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "PG": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "PH": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "PK": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "PL": {
   "basis": "served",
   "laws": [
    "GDPR"
   ],
   "region": "eu-west-2"
  },
  "PM": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "PN": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "PR": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "PS": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "PT": {
   "basis": "served",
   "laws": [
    "GDPR"
   ],
   "region": "eu-west-2"
  },
  "PW": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "PY": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "QA": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "RE": {
   "basis": "served",
   "laws": [
    "GDPR"
   ],
   "region": "eu-west-2"
  },
  "RO": {
   "basis": "served",
   "laws": [
    "GDPR"
   ],
   "region": "eu-west-2"
  },
  "RS": {
   "basis": "continent",
   "laws": [],
   "region": "eu-west-2"
  },
  "RU": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "RW": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "SA": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "SB": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "SC": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "SD": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "SE": {
   "basis": "served",
   "laws": [
    "GDPR"
   ],
   "region": "eu-west-2"
  },
  "SG": {
   "basis": "served",
   "laws": [
    "PDPA-SG"
   ],
   "region": "ap-southeast-1"
  },
  "SH": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "SI": {
   "basis": "served",
   "laws": [
    "GDPR"
   ],
   "region": "eu-west-2"
  },
  "SJ": {
   "basis": "continent",
   "laws": [],
   "region": "eu-west-2"
  },
  "SK": {
   "basis": "served",
   "laws": [
    "GDPR"
   ],
   "region": "eu-west-2"
  },
  "SL": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "SM": {
   "basis": "continent",
   "laws": [],
   "region": "eu-west-2"
  },
  "SN": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "SO": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "SR": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "SS": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "ST": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "SV": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "SX": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "SY": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "SZ": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "TC": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "TD": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "TF": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "TG": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "TH": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "TJ": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "TK": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "TL": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "TM": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "TN": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "TO": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "TR": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "TT": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "TV": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "TW": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "TZ": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "UA": {
   "basis": "continent",
   "laws": [],
   "region": "eu-west-2"
  },
  "UG": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "UM": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "US": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "UY": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "UZ": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "VA": {
   "basis": "continent",
   "laws": [],
   "region": "eu-west-2"
  },
  "VC": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "VE": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "VG": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "VI": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "VN": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "VU": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "WF": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "WS": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "YE": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "YT": {
   "basis": "served",
   "laws": [
    "GDPR"
   ],
   "region": "eu-west-2"
  },
  "ZA": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "ZM": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  },
  "ZW": {
   "basis": "default",
   "laws": [],
   "region": "ap-south-1"
  }
 },
 "exceptions": [
  {
   "basis": "PDPA (Malaysia) s. 129: transfer to a place with a substantially similar law",
   "decision": "docs/decisions/0008-singapore-writes-to-india.md",
   "flow": "rest",
   "from": "ap-southeast-1",
   "subjects": [
    "MY"
   ],
   "to": "ap-southeast-1"
  },
  {
   "basis": "PDPA (Singapore) s. 26 and PDPA (Malaysia) s. 129: contract with comparable protection",
   "decision": "docs/decisions/0008-singapore-writes-to-india.md",
   "flow": "write",
   "from": "ap-southeast-1",
   "subjects": [
    "SG",
    "MY"
   ],
   "to": "ap-south-1"
  },
  {
   "basis": "UAE Federal Decree-Law 45/2021 art. 22-23: Bahrain, with safeguards by contract",
   "decision": "docs/decisions/0006-me-south-1-is-bahrain.md",
   "flow": "rest",
   "from": "me-south-1",
   "subjects": [
    "AE"
   ],
   "to": "me-south-1"
  },
  {
   "basis": "GDPR art. 45: Commission Implementing Decision (EU) 2021/1772 (UK adequacy), as renewed, until 2031-12-27",
   "decision": "docs/decisions/0007-eu-tenants-in-the-uk.md",
   "flow": "rest",
   "from": "eu-west-2",
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
   "to": "eu-west-2"
  },
  {
   "basis": "DPDP Act s. 16: transfer is free unless the Central Government restricts the country",
   "decision": "docs/decisions/0008-singapore-writes-to-india.md",
   "flow": "database-replica",
   "from": "ap-south-1",
   "subjects": [
    "IN"
   ],
   "to": "ap-southeast-1"
  },
  {
   "basis": "DPDP Act s. 16: transfer is free unless the Central Government restricts the country",
   "decision": "docs/decisions/0008-singapore-writes-to-india.md",
   "flow": "redis-replica",
   "from": "ap-south-1",
   "subjects": [
    "IN"
   ],
   "to": "ap-southeast-1"
  },
  {
   "basis": "DPDP Act s. 16: transfer is free unless the Central Government restricts the country",
   "decision": "docs/decisions/0008-singapore-writes-to-india.md",
   "flow": "bucket-replica",
   "from": "ap-south-1",
   "subjects": [
    "IN"
   ],
   "to": "ap-southeast-1"
  },
  {
   "basis": "DPDP Act s. 16: transfer is free unless the Central Government restricts the country",
   "decision": "docs/decisions/0008-singapore-writes-to-india.md",
   "flow": "backup-copy",
   "from": "ap-south-1",
   "subjects": [
    "IN"
   ],
   "to": "ap-southeast-1"
  },
  {
   "basis": "DPDP Act s. 16: transfer is free unless the Central Government restricts the country",
   "decision": "docs/decisions/0008-singapore-writes-to-india.md",
   "flow": "fallback",
   "from": "ap-south-1",
   "subjects": [
    "IN"
   ],
   "to": "ap-southeast-1"
  }
 ],
 "hosts": {
  "ap-south-1": {
   "api": "api.bizflow.app",
   "cdn": "ap-south-1.cdn.bizflow.app",
   "loadBalancer": "ap-south-1.alb.bizflow.app"
  },
  "ap-southeast-1": {
   "api": "api.bizflow.app",
   "cdn": "ap-southeast-1.cdn.bizflow.app",
   "loadBalancer": "ap-southeast-1.alb.bizflow.app"
  },
  "eu-west-2": {
   "api": "api.bizflow.app",
   "cdn": "eu-west-2.cdn.bizflow.app",
   "loadBalancer": "eu-west-2.alb.bizflow.app"
  },
  "me-south-1": {
   "api": "api.bizflow.app",
   "cdn": "me-south-1.cdn.bizflow.app",
   "loadBalancer": "me-south-1.alb.bizflow.app"
  }
 },
 "neighbours": [
  {
   "country": "AD",
   "law": "Llei 29/2021: modelled on the GDPR; no decision of its own is known",
   "name": "Andorra",
   "readings": {
    "EEA": "contract",
    "GB": "contract"
   }
  },
  {
   "country": "AL",
   "law": "Law 124/2024: modelled on the GDPR; no decision of its own is known",
   "name": "Albania",
   "readings": {
    "EEA": "contract",
    "GB": "contract"
   }
  },
  {
   "country": "BA",
   "law": "Law on Protection of Personal Data: modelled on the GDPR; no decision of its own is known",
   "name": "Bosnia and Herzegovina",
   "readings": {
    "EEA": "contract",
    "GB": "contract"
   }
  },
  {
   "country": "BY",
   "law": "Law 99-Z of 2021 art. 9 and Order 14 of the NPDPC: parties to Convention 108",
   "name": "Belarus",
   "readings": {
    "EEA": "free",
    "GB": "free"
   }
  },
  {
   "country": "CH",
   "law": "FADP art. 16: annex 1 of the Data Protection Ordinance (Switzerland)",
   "name": "Switzerland",
   "readings": {
    "EEA": "free",
    "GB": "free"
   }
  },
  {
   "country": "FO",
   "law": "Act 80 of 2020: modelled on the GDPR; no decision of its own is known",
   "name": "Faroe Islands",
   "readings": {
    "EEA": "contract",
    "GB": "contract"
   }
  },
  {
   "country": "GG",
   "law": "Data Protection (Bailiwick of Guernsey) Law, 2017: members of the EEA and the UK are authorised",
   "name": "Guernsey",
   "readings": {
    "EEA": "free",
    "GB": "free"
   }
  },
  {
   "country": "GI",
   "law": "Gibraltar GDPR: the EEA and the UK count as adequate",
   "name": "Gibraltar",
   "readings": {
    "EEA": "free",
    "GB": "free"
   }
  },
  {
   "country": "IM",
   "law": "Data Protection (Application of GDPR) Order 2018: the EEA and the UK count as adequate",
   "name": "Isle of Man",
   "readings": {
    "EEA": "free",
    "GB": "free"
   }
  },
  {
   "country": "IS",
   "law": "GDPR by EEA Joint Committee Decision 154/2018: GDPR art. 45: Commission Implementing Decision (EU) 2021/1772 (UK adequacy), as renewed, until 2031-12-27",
   "name": "Iceland",
   "readings": {
    "EEA": "free",
    "GB": "free"
   }
  },
  {
   "country": "JE",
   "law": "Data Protection (Jersey) Law 2018: the EEA and the UK count as adequate",
   "name": "Jersey",
   "readings": {
    "EEA": "free",
    "GB": "free"
   }
  },
  {
   "country": "LI",
   "law": "GDPR by EEA Joint Committee Decision 154/2018: GDPR art. 45: Commission Implementing Decision (EU) 2021/1772 (UK adequacy), as renewed, until 2031-12-27",
   "name": "Liechtenstein",
   "readings": {
    "EEA": "free",
    "GB": "free"
   }
  },
  {
   "country": "MC",
   "law": "Law 1.565 of 2024 art. 97: no list is known",
   "name": "Monaco",
   "readings": {
    "EEA": "contract",
    "GB": "contract"
   }
  },
  {
   "country": "MD",
   "law": "Law 195/2024: modelled on the GDPR; no decision of its own is known",
   "name": "Moldova",
   "readings": {
    "EEA": "contract",
    "GB": "contract"
   }
  },
  {
   "country": "ME",
   "law": "Law on Personal Data Protection: the EEA, and whom the Commission counts as adequate",
   "name": "Montenegro",
   "readings": {
    "EEA": "free",
    "GB": "free"
   }
  },
  {
   "country": "MK",
   "law": "Law of 2020 as amended on 14 May 2025: the EEA and members of NATO, after a notice",
   "name": "North Macedonia",
   "readings": {
    "EEA": "free",
    "GB": "free"
   }
  },
  {
   "country": "NO",
   "law": "GDPR by EEA Joint Committee Decision 154/2018: GDPR art. 45: Commission Implementing Decision (EU) 2021/1772 (UK adequacy), as renewed, until 2031-12-27",
   "name": "Norway",
   "readings": {
    "EEA": "free",
    "GB": "free"
   }
  },
  {
   "country": "RS",
   "law": "Law on Personal Data Protection of 2018 art. 64: parties to Convention 108",
   "name": "Serbia",
   "readings": {
    "EEA": "free",
    "GB": "free"
   }
  },
  {
   "country": "RU",
   "law": "152-FZ art. 18 (5), since 1 July 2025: no database outside Russia may collect its citizens’ data",
   "name": "Russia",
   "readings": {
    "EEA": "forbidden",
    "GB": "forbidden"
   }
  },
  {
   "country": "SJ",
   "law": "the Norwegian Personal Data Act applies there, as in NO",
   "name": "Svalbard and Jan Mayen",
   "readings": {
    "EEA": "free",
    "GB": "free"
   }
  },
  {
   "country": "SM",
   "law": "Law 171/2018: modelled on the GDPR; no decision of its own is known",
   "name": "San Marino",
   "readings": {
    "EEA": "contract",
    "GB": "contract"
   }
  },
  {
   "country": "UA",
   "law": "Law 2297-VI of 2010 art. 29: members of the EEA and parties to Convention 108",
   "name": "Ukraine",
   "readings": {
    "EEA": "free",
    "GB": "free"
   }
  },
  {
   "country": "VA",
   "law": "Decree 657 of 2024: modelled on the GDPR; no decision of its own is known",
   "name": "Vatican City",
   "readings": {
    "EEA": "contract",
    "GB": "contract"
   }
  }
 ],
 "regions": {
  "ap-south-1": {
   "buckets": [
    {
     "purpose": "data",
     "replicatesTo": "ap-southeast-1",
     "storageClass": "INTELLIGENT_TIERING"
    }
   ],
   "cluster": {
    "kubernetes": "1.35",
    "nodes": {
     "diskGb": 60,
     "instance": "m6g.xlarge",
     "max": 12,
     "min": 3
    }
   },
   "country": "IN",
   "database": {
    "backupDays": 35,
    "identifier": "bizflow-primary",
    "instance": "db.r6g.2xlarge",
    "multiAz": true,
    "role": "writer",
    "source": null,
    "storageGb": 500,
    "storageType": "gp3",
    "writer": "ap-south-1"
   },
   "dns": {
    "healthCheck": {
     "checkers": [
      "us-east-1",
      "eu-west-1",
      "ap-southeast-1"
     ],
     "failureThreshold": 3,
     "intervalSeconds": 10,
     "name": "hc-india",
     "path": "/health"
    },
    "locations": [
     "IN",
     "*"
    ]
   },
   "fallback": {
    "kind": "region",
    "region": "ap-southeast-1"
   },
   "id": "ap-south-1",
   "keys": {
    "application": {
     "alias": "bizflow/app",
     "rotation": "annual",
     "scope": "multi-region"
    },
    "database": {
     "alias": "bizflow/db-ap-south-1",
     "rotation": "annual",
     "scope": "regional"
    },
    "secrets": {
     "alias": "bizflow/secrets",
     "rotation": "automatic",
     "scope": "multi-region"
    },
    "storage": {
     "alias": "bizflow/s3-ap-south-1",
     "rotation": "annual",
     "scope": "regional"
    }
   },
   "life": {
    "copies": null,
    "extent": "whole",
    "keeps": [],
    "waiting": []
   },
   "name": "India",
   "network": {
    "database": [
     "10.1.21.0/24",
     "10.1.22.0/24",
     "10.1.23.0/24"
    ],
    "private": [
     "10.1.11.0/24",
     "10.1.12.0/24",
     "10.1.13.0/24"
    ],
    "public": [
     "10.1.1.0/24",
     "10.1.2.0/24",
     "10.1.3.0/24"
    ],
    "vpc": "10.1.0.0/16"
   },
   "redis": {
    "global": {
     "id": "bizflow-redis-global",
     "role": "primary"
    },
    "identifier": "bizflow-redis-india",
    "multiAz": true,
    "node": "cache.r6g.large",
    "replicas": 2,
    "tls": true
   },
   "regulations": [
    "DPDP"
   ],
   "serves": [
    "IN"
   ],
   "status": "active",
   "zones": [
    "ap-south-1a",
    "ap-south-1b",
    "ap-south-1c"
   ]
  },
  "ap-southeast-1": {
   "buckets": [
    {
     "purpose": "data",
     "replicatesTo": null,
     "storageClass": "INTELLIGENT_TIERING"
    }
   ],
   "cluster": {
    "kubernetes": "1.35",
    "nodes": {
     "diskGb": 60,
     "instance": "m6g.xlarge",
     "max": 8,
     "min": 3
    }
   },
   "country": "SG",
   "database": {
    "backupDays": 35,
    "identifier": "bizflow-replica-singapore",
    "instance": "db.r6g.xlarge",
    "multiAz": false,
    "role": "replica",
    "source": "ap-south-1",
    "storageGb": 500,
    "storageType": "gp3",
    "writer": "ap-south-1"
   },
   "dns": {
    "healthCheck": {
     "checkers": [
      "us-east-1",
      "eu-west-1",
      "ap-southeast-1"
     ],
     "failureThreshold": 3,
     "intervalSeconds": 10,
     "name": "hc-singapore",
     "path": "/health"
    },
    "locations": [
     "SG",
     "MY"
    ]
   },
   "fallback": {
    "kind": "static-page"
   },
   "id": "ap-southeast-1",
   "keys": {
    "application": {
     "alias": "bizflow/app",
     "rotation": "annual",
     "scope": "multi-region"
    },
    "database": {
     "alias": "bizflow/db-ap-southeast-1",
     "rotation": "annual",
     "scope": "regional"
    },
    "secrets": {
     "alias": "bizflow/secrets",
     "rotation": "automatic",
     "scope": "multi-region"
    },
    "storage": {
     "alias": "bizflow/s3-ap-southeast-1",
     "rotation": "annual",
     "scope": "regional"
    }
   },
   "life": {
    "copies": null,
    "extent": "whole",
    "keeps": [],
    "waiting": []
   },
   "name": "Singapore",
   "network": {
    "database": [
     "10.2.21.0/24",
     "10.2.22.0/24",
     "10.2.23.0/24"
    ],
    "private": [
     "10.2.11.0/24",
     "10.2.12.0/24",
     "10.2.13.0/24"
    ],
    "public": [
     "10.2.1.0/24",
     "10.2.2.0/24",
     "10.2.3.0/24"
    ],
    "vpc": "10.2.0.0/16"
   },
   "redis": {
    "global": {
     "id": "bizflow-redis-global",
     "role": "secondary"
    },
    "identifier": "bizflow-redis-singapore",
    "multiAz": true,
    "node": "cache.r6g.large",
    "replicas": 2,
    "tls": true
   },
   "regulations": [
    "PDPA-SG",
    "PDPA-MY"
   ],
   "serves": [
    "SG",
    "MY"
   ],
   "status": "active",
   "zones": [
    "ap-southeast-1a",
    "ap-southeast-1b",
    "ap-southeast-1c"
   ]
  },
  "eu-west-2": {
   "buckets": [
    {
     "purpose": "data",
     "replicatesTo": null,
     "storageClass": "INTELLIGENT_TIERING"
    }
   ],
   "cluster": {
    "kubernetes": "1.35",
    "nodes": {
     "diskGb": 60,
     "instance": "m6g.xlarge",
     "max": 8,
     "min": 3
    }
   },
   "country": "GB",
   "database": {
    "backupDays": 35,
    "identifier": "bizflow-writer-uk",
    "instance": "db.r6g.xlarge",
    "multiAz": true,
    "role": "writer",
    "source": null,
    "storageGb": 200,
    "storageType": "gp3",
    "writer": "eu-west-2"
   },
   "dns": {
    "healthCheck": {
     "checkers": [
      "us-east-1",
      "eu-west-1",
      "ap-southeast-1"
     ],
     "failureThreshold": 3,
     "intervalSeconds": 10,
     "name": "hc-uk",
     "path": "/health"
    },
    "locations": [
     "GB",
     "EU"
    ]
   },
   "fallback": {
    "kind": "static-page"
   },
   "id": "eu-west-2",
   "keys": {
    "application": {
     "alias": "bizflow/app",
     "rotation": "annual",
     "scope": "multi-region"
    },
    "database": {
     "alias": "bizflow/db-eu-west-2",
     "rotation": "annual",
     "scope": "regional"
    },
    "secrets": {
     "alias": "bizflow/secrets",
     "rotation": "automatic",
     "scope": "multi-region"
    },
    "storage": {
     "alias": "bizflow/s3-eu-west-2",
     "rotation": "annual",
     "scope": "regional"
    }
   },
   "life": {
    "copies": null,
    "extent": "whole",
    "keeps": [],
    "waiting": []
   },
   "name": "UK",
   "network": {
    "database": [
     "10.4.21.0/24",
     "10.4.22.0/24",
     "10.4.23.0/24"
    ],
    "private": [
     "10.4.11.0/24",
     "10.4.12.0/24",
     "10.4.13.0/24"
    ],
    "public": [
     "10.4.1.0/24",
     "10.4.2.0/24",
     "10.4.3.0/24"
    ],
    "vpc": "10.4.0.0/16"
   },
   "redis": {
    "global": null,
    "identifier": "bizflow-redis-uk",
    "multiAz": true,
    "node": "cache.r6g.large",
    "replicas": 2,
    "tls": true
   },
   "regulations": [
    "GDPR"
   ],
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
   "status": "active",
   "zones": [
    "eu-west-2a",
    "eu-west-2b",
    "eu-west-2c"
   ]
  },
  "me-south-1": {
   "buckets": [
    {
     "purpose": "data",
     "replicatesTo": null,
     "storageClass": "INTELLIGENT_TIERING"
    }
   ],
   "cluster": {
    "kubernetes": "1.35",
    "nodes": {
     "diskGb": 60,
     "instance": "m6g.xlarge",
     "max": 6,
     "min": 3
    }
   },
   "country": "BH",
   "database": {
    "backupDays": 35,
    "identifier": "bizflow-writer-uae",
    "instance": "db.r6g.xlarge",
    "multiAz": true,
    "role": "writer",
    "source": null,
    "storageGb": 200,
    "storageType": "gp3",
    "writer": "me-south-1"
   },
   "dns": {
    "healthCheck": {
     "checkers": [
      "us-east-1",
      "eu-west-1",
      "ap-southeast-1"
     ],
     "failureThreshold": 3,
     "intervalSeconds": 10,
     "name": "hc-uae",
     "path": "/health"
    },
    "locations": [
     "AE"
    ]
   },
   "fallback": {
    "kind": "static-page"
   },
   "id": "me-south-1",
   "keys": {
    "application": {
     "alias": "bizflow/app",
     "rotation": "annual",
     "scope": "multi-region"
    },
    "database": {
     "alias": "bizflow/db-me-south-1",
     "rotation": "annual",
     "scope": "regional"
    },
    "secrets": {
     "alias": "bizflow/secrets",
     "rotation": "automatic",
     "scope": "multi-region"
    },
    "storage": {
     "alias": "bizflow/s3-me-south-1",
     "rotation": "annual",
     "scope": "regional"
    }
   },
   "life": {
    "copies": null,
    "extent": "whole",
    "keeps": [],
    "waiting": []
   },
   "name": "UAE",
   "network": {
    "database": [
     "10.3.21.0/24",
     "10.3.22.0/24",
     "10.3.23.0/24"
    ],
    "private": [
     "10.3.11.0/24",
     "10.3.12.0/24",
     "10.3.13.0/24"
    ],
    "public": [
     "10.3.1.0/24",
     "10.3.2.0/24",
     "10.3.3.0/24"
    ],
    "vpc": "10.3.0.0/16"
   },
   "redis": {
    "global": null,
    "identifier": "bizflow-redis-uae",
    "multiAz": true,
    "node": "cache.r6g.large",
    "replicas": 2,
    "tls": true
   },
   "regulations": [
    "UAE-PDPL"
   ],
   "serves": [
    "AE"
   ],
   "status": "impaired",
   "zones": [
    "me-south-1a",
    "me-south-1b",
    "me-south-1c"
   ]
  }
 },
 "regulations": {
  "DPDP": {
   "protects": [
    "IN"
   ],
   "title": "Digital Personal Data Protection Act, 2023 (India)"
  },
  "GDPR": {
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
   ],
   "title": "Regulation (EU) 2016/679, and as retained in the United Kingdom"
  },
  "PDPA-MY": {
   "protects": [
    "MY"
   ],
   "title": "Personal Data Protection Act 2010 (Malaysia)"
  },
  "PDPA-SG": {
   "protects": [
    "SG"
   ],
   "title": "Personal Data Protection Act 2012 (Singapore)"
  },
  "UAE-PDPL": {
   "protects": [
    "AE"
   ],
   "title": "Federal Decree-Law No. 45 of 2021 (UAE)"
  }
 }
}`

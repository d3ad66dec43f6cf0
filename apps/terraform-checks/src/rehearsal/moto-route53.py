# Route 53: moto deletes every record that has the identifier of a deleted one, whatever their names, and lets no record be
# made again that was deleted. On AWS a record is its name, its type and its identifier (API reference, ResourceRecordSet).
from moto.route53.models import Route53Backend

change_records = Route53Backend.change_resource_record_sets


def identity(record):
    return record['Name'].strip('.'), record['Type'], record.get('SetIdentifier')


def identity_of(stored):
    return stored.name.strip('.'), stored.type, stored.set_identifier


def change_named_records(self, zoneid, change_list):
    zone = self.get_hosted_zone(zoneid)
    gone = [identity(one['ResourceRecordSet']) for one in change_list if one['Action'] == 'DELETE']
    others = [one for one in zone.rrsets if identity_of(one) not in gone]
    change_records(self, zoneid, change_list)
    there = [identity_of(one) for one in zone.rrsets]
    zone.rrsets = zone.rrsets + [one for one in others if identity_of(one) not in there]
    journal = []
    for one in zone.rr_changes:
        record = identity(one['ResourceRecordSet'])
        journal = [other for other in journal if identity(other['ResourceRecordSet']) != record] + [one]
    zone.rr_changes[:] = [one for one in journal if one['Action'] != 'DELETE']


Route53Backend.change_resource_record_sets = change_named_records

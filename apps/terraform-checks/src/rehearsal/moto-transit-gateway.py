# What moto lacks of Transit Gateways: route tables by their tags, an attachment that leaves the default route table,
# attachments of VPCs without those of peers among them, and those that were deleted, which AWS tells of for a while.
from moto.ec2.models.transit_gateway_attachments import TransitGatewayAttachmentBackend
from moto.ec2.models.transit_gateway_route_tables import TransitGatewayRelations, TransitGatewayRouteTableBackend

all_tables = TransitGatewayRouteTableBackend.get_all_transit_gateway_route_tables
leave = TransitGatewayRouteTableBackend.disassociate_transit_gateway_route_table


def tagged_tables(self, transit_gateway_route_table_ids=None, filters=None):
    wanted = {name[4:]: values for name, values in (filters or {}).items() if name.startswith('tag:')}
    others = {name: values for name, values in (filters or {}).items() if not name.startswith('tag:')}
    return [
        table for table in all_tables(self, transit_gateway_route_table_ids, others)
        if all(any(tag['key'] == key and tag['value'] in values for tag in table.get_tags()) for key, values in wanted.items())]


def leave_default_too(self, tgw_attach_id, tgw_rt_id):
    relation = TransitGatewayRelations(self, tgw_attach_id, tgw_rt_id, 'associated')
    self.transit_gateway_associations.setdefault(tgw_attach_id, relation)
    return leave(self, tgw_attach_id, tgw_rt_id)


TransitGatewayRouteTableBackend.get_all_transit_gateway_route_tables = tagged_tables
TransitGatewayRouteTableBackend.disassociate_transit_gateway_route_table = leave_default_too

all_attachments = TransitGatewayAttachmentBackend.describe_transit_gateway_vpc_attachments


def of_vpcs(self, *given, **named):
    return [one for one in all_attachments(self, *given, **named) if one.resource_type == 'vpc']


TransitGatewayAttachmentBackend.describe_transit_gateway_vpc_attachments = of_vpcs

delete_attachment = TransitGatewayAttachmentBackend.delete_transit_gateway_vpc_attachment


def delete_and_tell(self, transit_gateway_attachment_id):
    attachment = self.transit_gateway_attachments[transit_gateway_attachment_id]
    deleted = delete_attachment(self, transit_gateway_attachment_id)
    self.transit_gateway_attachments[transit_gateway_attachment_id] = attachment
    return deleted


TransitGatewayAttachmentBackend.delete_transit_gateway_vpc_attachment = delete_and_tell

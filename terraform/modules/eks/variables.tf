variable "name" {
  description = "The cluster's name and the prefix of every other: bizflow-<environment>-<region>."
  type        = string

  validation {
    condition     = can(regex("^bizflow-[a-z]+-[a-z]{2}-[a-z]+-[0-9]$", var.name))
    error_message = "name must be bizflow-<environment>-<region>."
  }
}

variable "kubernetes_version" {
  description = "Kubernetes minor version, as EKS names it."
  type        = string

  validation {
    condition     = can(regex("^1\\.[0-9]{2}$", var.kubernetes_version))
    error_message = "kubernetes_version must be a minor version, like 1.35."
  }
}

variable "vpc_id" {
  description = "The VPC."
  type        = string
}

variable "subnet_ids" {
  description = "Private subnets of the control plane's interfaces, the nodes and the Fargate pods."
  type        = list(string)

  validation {
    condition     = length(var.subnet_ids) >= 2
    error_message = "EKS asks for subnets in at least two zones."
  }
}

variable "kms_key_arn" {
  description = "Key of Kubernetes secrets, disks, logs and the interruption queue."
  type        = string

  validation {
    condition     = can(regex("^arn:[^:]+:kms:[^:]+:[0-9]{12}:key/.+$", var.kms_key_arn))
    error_message = "kms_key_arn must be the ARN of a KMS key."
  }
}

variable "administrator_cidrs" {
  description = "Addresses from which the API may be reached over the Internet; none keeps it inside the VPC."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for cidr in var.administrator_cidrs : can(cidrnetmask(cidr)) && try(tonumber(split("/", cidr)[1]) >= 24, false)])
    error_message = "administrator_cidrs must be IPv4 blocks of /24 or smaller: the whole Internet is not an office network."
  }
}

variable "log_retention_days" {
  description = "How long logs of the control plane and of Fargate pods are kept."
  type        = number

  validation {
    condition     = contains([30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827], var.log_retention_days)
    error_message = "log_retention_days must be a period that CloudWatch Logs knows, 30 days or more."
  }
}

variable "nodes" {
  description = "The managed node group that carries the controllers."
  type = object({
    instance = string
    min      = number
    max      = number
    disk_gb  = number
  })

  validation {
    condition     = var.nodes.min >= 2 && var.nodes.max >= var.nodes.min
    error_message = "nodes must grow from at least 2 to the same number or more."
  }

  validation {
    condition     = var.nodes.disk_gb >= 20
    error_message = "A node needs a disk of 20 GB or more."
  }
}

variable "fargate_profiles" {
  description = "Services on Fargate by name: their namespace, pod labels, port, and who calls them from load balancers."
  type = map(object({
    namespace    = string
    labels       = map(string)
    port         = number
    caller_cidrs = list(string)
  }))

  validation {
    condition     = alltrue([for profile in values(var.fargate_profiles) : length(profile.labels) > 0 && length(profile.labels) <= 5])
    error_message = "A Fargate profile selects by one to five labels, or every pod of the namespace would land on it."
  }
}

variable "fargate_egress" {
  description = "What Fargate pods may open connections to, beside the cluster itself."
  type = list(object({
    description = string
    cidr        = string
    port        = number
  }))

  validation {
    condition     = alltrue([for rule in var.fargate_egress : rule.cidr != "0.0.0.0/0" || rule.port == 443])
    error_message = "Fargate pods reach the Internet by HTTPS only."
  }
}

variable "node_callers" {
  description = "Subnets of the load balancers and the ports of the pods on nodes that they call."
  type = list(object({
    cidr = string
    port = number
  }))

  validation {
    condition     = alltrue([for caller in var.node_callers : try(tonumber(split("/", caller.cidr)[1]) >= 16, false)])
    error_message = "node_callers must be subnets of the VPC, never the Internet."
  }
}

variable "fargate_log_group" {
  description = "Log group of the Fargate pods, as gitops/ names it."
  type        = string

  validation {
    condition     = startswith(var.fargate_log_group, "/bizflow/")
    error_message = "fargate_log_group must start with /bizflow/."
  }
}

variable "telemetry_port" {
  description = "Port of the collector in the cluster."
  type        = number
  default     = 4318

  validation {
    condition     = var.telemetry_port >= 1024 && var.telemetry_port <= 65535
    error_message = "telemetry_port must be an unprivileged port."
  }
}

variable "addon_role_arns" {
  description = "IAM roles of the add-ons that act in AWS, by add-on."
  type        = map(string)

  validation {
    condition     = contains(keys(var.addon_role_arns), "vpc-cni")
    error_message = "addon_role_arns must contain vpc-cni: the nodes themselves may not change interfaces."
  }
}

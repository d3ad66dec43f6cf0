// Rendered by @bizflow/generator from packages/; change the facts there. sha256:dbeaa142ddf3dbe70a726546aaa341721bcd36623d68248a30420ae56370dc6b
package regioncatalog

// Fallback: Another region takes it. A static page answers, so that bound data stays inside its border.
type Fallback struct {
	Kind   string  `json:"kind"`
	Region *string `json:"region"`
}

// Network: A VPC and its nine subnets.
type Network struct {
	Vpc      string   `json:"vpc"`
	Public   []string `json:"public"`
	Private  []string `json:"private"`
	Database []string `json:"database"`
}

// ClusterNodes: The managed node group that carries the controllers.
type ClusterNodes struct {
	Instance string `json:"instance"`
	Min      int    `json:"min"`
	Max      int    `json:"max"`
	DiskGb   int    `json:"diskGb"`
}

type Cluster struct {
	Kubernetes string       `json:"kubernetes"`
	Nodes      ClusterNodes `json:"nodes"`
}

type Database struct {
	Identifier  string  `json:"identifier"`
	Role        string  `json:"role"`
	Writer      string  `json:"writer"`
	Source      *string `json:"source"`
	Instance    string  `json:"instance"`
	StorageGb   int     `json:"storageGb"`
	StorageType string  `json:"storageType"`
	BackupDays  int     `json:"backupDays"`
	MultiAz     bool    `json:"multiAz"`
}

type RedisGlobal struct {
	Id   string `json:"id"`
	Role string `json:"role"`
}

type Redis struct {
	Identifier string       `json:"identifier"`
	Node       string       `json:"node"`
	Replicas   int          `json:"replicas"`
	MultiAz    bool         `json:"multiAz"`
	Tls        bool         `json:"tls"`
	Global     *RedisGlobal `json:"global"`
}

type Bucket struct {
	Purpose      string  `json:"purpose"`
	StorageClass string  `json:"storageClass"`
	ReplicatesTo *string `json:"replicatesTo"`
}

type Key struct {
	Alias    string `json:"alias"`
	Scope    string `json:"scope"`
	Rotation string `json:"rotation"`
}

type Keys struct {
	Database    Key `json:"database"`
	Storage     Key `json:"storage"`
	Secrets     Key `json:"secrets"`
	Application Key `json:"application"`
}

type DnsHealthCheck struct {
	Name             string   `json:"name"`
	Path             string   `json:"path"`
	IntervalSeconds  int      `json:"intervalSeconds"`
	FailureThreshold int      `json:"failureThreshold"`
	Checkers         []string `json:"checkers"`
}

// Dns: How Route 53 finds the region.
type Dns struct {
	Locations   []string       `json:"locations"`
	HealthCheck DnsHealthCheck `json:"healthCheck"`
}

type LifeCopies struct {
	From   string   `json:"from"`
	People []string `json:"people"`
}

// Life: What moves have made of the region; a region that no move concerns is whole, and has nothing else.
type Life struct {
	Extent  string      `json:"extent"`
	Keeps   []string    `json:"keeps"`
	Copies  *LifeCopies `json:"copies"`
	Waiting []string    `json:"waiting"`
}

// Region: Everything the catalog says of one place.
type Region struct {
	Id          string   `json:"id"`
	Name        string   `json:"name"`
	Country     string   `json:"country"`
	Serves      []string `json:"serves"`
	Regulations []string `json:"regulations"`
	Status      string   `json:"status"`
	Fallback    Fallback `json:"fallback"`
	Zones       []string `json:"zones"`
	Network     Network  `json:"network"`
	Cluster     Cluster  `json:"cluster"`
	Database    Database `json:"database"`
	Redis       Redis    `json:"redis"`
	Buckets     []Bucket `json:"buckets"`
	Keys        Keys     `json:"keys"`
	Dns         Dns      `json:"dns"`
	Life        Life     `json:"life"`
}

// Hosts: The API is one name for all regions: Route 53 answers it by country.
type Hosts struct {
	Api          string `json:"api"`
	LoadBalancer string `json:"loadBalancer"`
	Cdn          string `json:"cdn"`
}

// CountryFacts: The region of its tenants, why that one, and the laws of the catalog that protect them.
type CountryFacts struct {
	Region string   `json:"region"`
	Basis  string   `json:"basis"`
	Laws   []string `json:"laws"`
}

// Exception: A flow of data across a border that the company has decided to allow.
type Exception struct {
	Flow     string   `json:"flow"`
	From     string   `json:"from"`
	To       string   `json:"to"`
	Subjects []string `json:"subjects"`
	Basis    string   `json:"basis"`
	Decision string   `json:"decision"`
}

type Regulation struct {
	Title    string   `json:"title"`
	Protects []string `json:"protects"`
}

// NeighbourReadings: What the law says of data in each area: it may go there freely, with safeguards by contract, or not.
type NeighbourReadings struct {
	EEA string `json:"EEA"`
	GB  string `json:"GB"`
}

type Neighbour struct {
	Country  string            `json:"country"`
	Name     string            `json:"name"`
	Readings NeighbourReadings `json:"readings"`
	Law      string            `json:"law"`
}

// Catalog: Where BizFlow runs: one fact sheet per AWS Region, with the laws and borders that bind it.
type Catalog struct {
	ApiVersion  string                  `json:"apiVersion"`
	Regions     map[string]Region       `json:"regions"`
	Hosts       map[string]Hosts        `json:"hosts"`
	Countries   map[string]CountryFacts `json:"countries"`
	Exceptions  []Exception             `json:"exceptions"`
	Regulations map[string]Regulation   `json:"regulations"`
	Neighbours  []Neighbour             `json:"neighbours"`
}

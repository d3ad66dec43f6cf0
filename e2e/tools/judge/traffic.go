package main

import (
	"math"
	"math/rand/v2"
	"strconv"

	"github.com/prometheus/prometheus/model/labels"
	"github.com/prometheus/prometheus/tsdb/chunks"
)

const (
	exportSeconds = 60
	// From a pod by two collectors to where it can be queried.
	arrivalSeconds = 3
	minPods        = 2
	perPod         = 25.0
)

// release is everything that the pods of one release export, second by second.
type release struct {
	holds  []Hold
	start  int64
	now    int64
	random *rand.Rand
	routes []float64
	series []*series
	pods   []*pod
	scene  Scenario
	plan   Plan
}

type series struct {
	labels  labels.Labels
	samples []chunks.Sample
}

type pod struct {
	name   string
	phase  int64
	counts map[string]*counter
}

type counter struct {
	value  float64
	series *series
}

// newRelease starts at a second that is no round one: subqueries are aligned to the clock.
func newRelease(scene Scenario, plan Plan, seed uint64) *release {
	random := rand.New(rand.NewPCG(seed, 1))
	r := &release{scene: scene, plan: plan, random: random, holds: plan.Holds}
	r.start = 1_800_000_000 + random.Int64N(3600)
	r.now = r.start
	sum := 0.0
	for set := range scene.LabelSets {
		sum += 1 / float64(set+1)
		r.routes = append(r.routes, sum)
	}
	return r
}

func (r *release) hold() int {
	elapsed := r.now - r.start
	for index, hold := range r.holds {
		if elapsed < hold.Seconds {
			return index
		}
		elapsed -= hold.Seconds
	}
	return len(r.holds)
}

// forward plays the traffic until a second.
func (r *release) forward(until int64) {
	for ; r.now < until && r.hold() < len(r.holds); r.now++ {
		rate := r.scene.PerSecond * r.holds[r.hold()].Percent / 100
		for len(r.pods) < max(minPods, int(math.Ceil(rate/perPod))) {
			r.pods = append(r.pods, &pod{
				name: "pod-" + strconv.Itoa(len(r.pods)), phase: r.random.Int64N(exportSeconds), counts: map[string]*counter{},
			})
		}
		for range r.poisson(rate) {
			r.request(r.pods[r.random.IntN(len(r.pods))])
		}
		for _, p := range r.pods {
			if r.random.Float64() < r.scene.Restarts/60 {
				for _, c := range p.counts {
					c.value = 0
				}
			}
			if (r.now-p.phase)%exportSeconds == 0 {
				r.export(p)
			}
		}
	}
	r.now = max(r.now, until)
}

// request lands on a route by Zipf's law.
func (r *release) request(p *pod) {
	at := r.random.Float64() * r.routes[len(r.routes)-1]
	route := 0
	for r.routes[route] < at {
		route++
	}
	status := "200"
	if r.random.Float64() < r.scene.ErrorRatio {
		status = "503"
	}
	key := strconv.Itoa(route) + " " + status
	c := p.counts[key]
	if c == nil {
		c = &counter{series: &series{labels: labels.FromStrings(
			labels.MetricName, r.plan.Counter, "service_name", r.plan.Service, "rollouts_pod_template_hash", "new",
			"k8s_pod_name", p.name, "http_route", "/"+strconv.Itoa(route), "http_response_status_code", status,
		)}}
		p.counts[key] = c
		r.series = append(r.series, c.series)
	}
	c.value++
}

func (r *release) export(p *pod) {
	for _, c := range p.counts {
		// A process that started again exports only what it has counted since.
		if c.value > 0 {
			c.series.samples = append(c.series.samples, sample{t: r.now * 1000, v: c.value})
		}
	}
}

func (r *release) poisson(mean float64) int {
	least, count := math.Exp(-mean), 0
	for product := r.random.Float64(); product > least; product *= r.random.Float64() {
		count++
	}
	return count
}

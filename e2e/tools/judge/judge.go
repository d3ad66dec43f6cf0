package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"time"
	_ "unsafe"

	"github.com/argoproj/argo-rollouts/analysis"
	"github.com/argoproj/argo-rollouts/pkg/apis/rollouts/v1alpha1"
	clients "github.com/argoproj/argo-rollouts/pkg/client/informers/externalversions"
	"github.com/argoproj/argo-rollouts/utils/record"
	timeutil "github.com/argoproj/argo-rollouts/utils/time"
	"github.com/prometheus/prometheus/promql"
	"github.com/sirupsen/logrus"
	"k8s.io/client-go/informers"
	events "k8s.io/client-go/tools/record"
	"k8s.io/client-go/util/workqueue"
)

// The controller's own step, which it does not export: measurements that are due, limits, the phase of the run.
//
//go:linkname reconcile github.com/argoproj/argo-rollouts/analysis.(*Controller).reconcileAnalysisRun
func reconcile(c *analysis.Controller, run *v1alpha1.AnalysisRun) *v1alpha1.AnalysisRun

// judge is the analysis of a release: the controller, with an engine of Prometheus behind an address on loopback.
type judge struct {
	controller *analysis.Controller
	spec       v1alpha1.AnalysisRunSpec
	queue      *queue
	engine     *promql.Engine
	release    *release
}

func newJudge(plan Plan) (*judge, error) {
	logrus.SetOutput(io.Discard)
	j := &judge{queue: &queue{}, engine: promql.NewEngine(promql.EngineOpts{
		MaxSamples: 50_000_000, Timeout: time.Minute, EnableAtModifier: true, EnableNegativeOffset: true,
	})}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	go func() { _ = http.Serve(listener, j) }()
	if err := json.Unmarshal(plan.Analysis, &j.spec); err != nil {
		return nil, err
	}
	// Only whom it asks, and the signature, differ from what is rendered.
	for index := range j.spec.Metrics {
		prometheus := j.spec.Metrics[index].Provider.Prometheus
		prometheus.Address = "http://" + listener.Addr().String()
		prometheus.Authentication = v1alpha1.Authentication{}
	}
	hash := "new"
	j.spec.Args = []v1alpha1.Argument{{Name: "canary-hash", Value: &hash}}
	recorder := record.NewFakeEventRecorder()
	// Its events have room for a thousand, and the next one would wait for a reader for ever.
	recorder.Recorder.(*events.FakeRecorder).Events = nil
	kubernetes := informers.NewSharedInformerFactory(nil, 0)
	j.controller = analysis.NewController(analysis.ControllerConfig{
		AnalysisRunInformer:  clients.NewSharedInformerFactory(nil, 0).Argoproj().V1alpha1().AnalysisRuns(),
		JobInformer:          kubernetes.Batch().V1().Jobs(),
		JobPodsInformer:      kubernetes.Core().V1().Pods(),
		AnalysisRunWorkQueue: j.queue,
		Recorder:             recorder,
	})
	timeutil.SetNowTimeFunc(func() time.Time { return time.Unix(j.release.now, 0) })
	return j, nil
}

// play gives the phase that a release's analysis ends with, the hold that it ends in, and its last measurement.
func (j *judge) play(r *release) (string, int, string) {
	j.release = r
	run := &v1alpha1.AnalysisRun{Spec: *j.spec.DeepCopy()}
	for {
		run = reconcile(j.controller, run)
		hold := r.hold()
		if run.Status.Phase.Completed() || hold == len(r.holds) {
			return string(run.Status.Phase), hold, lastValue(run)
		}
		// A queue of Kubernetes gives a key back a little later than it was told.
		r.forward(r.now + max(1, int64(j.queue.after.Seconds())))
	}
}

func lastValue(run *v1alpha1.AnalysisRun) string {
	for _, result := range run.Status.MetricResults {
		if count := len(result.Measurements); count > 0 {
			last := result.Measurements[count-1]
			return last.Value + last.Message
		}
	}
	return ""
}

// ServeHTTP answers an instant query as Prometheus does, at the second that is played.
func (j *judge) ServeHTTP(response http.ResponseWriter, request *http.Request) {
	at := time.Unix(j.release.now, 0)
	query, err := j.engine.NewInstantQuery(context.Background(), j.release, nil, request.FormValue("query"), at)
	if err != nil {
		http.Error(response, err.Error(), http.StatusBadRequest)
		return
	}
	defer query.Close()
	result := query.Exec(context.Background())
	if result.Err != nil {
		http.Error(response, result.Err.Error(), http.StatusUnprocessableEntity)
		return
	}
	value, _ := json.Marshal(result.Value)
	response.Header().Set("content-type", "application/json")
	fmt.Fprintf(response, `{"status":"success","data":{"resultType":%q,"result":%s}}`, result.Value.Type(), value)
}

// queue remembers when the controller wants to see its run again.
type queue struct {
	workqueue.RateLimitingInterface
	after time.Duration
}

func (q *queue) AddAfter(_ any, after time.Duration) { q.after = after }

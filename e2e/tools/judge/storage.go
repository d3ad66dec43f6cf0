package main

import (
	"context"
	"errors"

	"github.com/prometheus/prometheus/model/histogram"
	"github.com/prometheus/prometheus/model/labels"
	"github.com/prometheus/prometheus/storage"
	"github.com/prometheus/prometheus/tsdb/chunkenc"
	"github.com/prometheus/prometheus/tsdb/chunks"
	"github.com/prometheus/prometheus/util/annotations"
)

var errNoLabels = errors.New("a release is asked for series only")

// Querier makes a release a storage of Prometheus, of all that has arrived by now.
func (r *release) Querier(from, to int64) (storage.Querier, error) {
	return querier{r, from, min(to, (r.now-arrivalSeconds)*1000)}, nil
}

type querier struct {
	*release
	from, to int64
}

func (q querier) Select(_ context.Context, _ bool, hints *storage.SelectHints, matchers ...*labels.Matcher) storage.SeriesSet {
	if hints != nil {
		q.from, q.to = max(q.from, hints.Start), min(q.to, hints.End)
	}
	found := &found{at: -1}
	for _, one := range q.series {
		if samples := q.arrived(one.samples); len(samples) > 0 && matches(one.labels, matchers) {
			found.series = append(found.series, storage.NewListSeries(one.labels, samples))
		}
	}
	return found
}

func (q querier) arrived(samples []chunks.Sample) []chunks.Sample {
	first, last := 0, len(samples)
	for first < last && samples[first].T() < q.from {
		first++
	}
	for last > first && samples[last-1].T() > q.to {
		last--
	}
	return samples[first:last]
}

func matches(set labels.Labels, matchers []*labels.Matcher) bool {
	for _, matcher := range matchers {
		if !matcher.Matches(set.Get(matcher.Name)) {
			return false
		}
	}
	return true
}

func (querier) LabelValues(context.Context, string, *storage.LabelHints, ...*labels.Matcher) ([]string, annotations.Annotations, error) {
	return nil, nil, errNoLabels
}

func (querier) LabelNames(context.Context, *storage.LabelHints, ...*labels.Matcher) ([]string, annotations.Annotations, error) {
	return nil, nil, errNoLabels
}

func (querier) Close() error { return nil }

type found struct {
	series []storage.Series
	at     int
}

func (f *found) Next() bool                        { f.at++; return f.at < len(f.series) }
func (f *found) At() storage.Series                { return f.series[f.at] }
func (f *found) Err() error                        { return nil }
func (f *found) Warnings() annotations.Annotations { return nil }

type sample struct {
	t int64
	v float64
}

func (s sample) T() int64                      { return s.t }
func (s sample) F() float64                    { return s.v }
func (s sample) ST() int64                     { return 0 }
func (s sample) H() *histogram.Histogram       { return nil }
func (s sample) FH() *histogram.FloatHistogram { return nil }
func (s sample) Type() chunkenc.ValueType      { return chunkenc.ValFloat }
func (s sample) Copy() chunks.Sample           { return s }

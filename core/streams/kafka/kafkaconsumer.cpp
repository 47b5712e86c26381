// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/streams/kafka/kafkaconsumer.h"

#include "core/streams/kafka/kafkaworker.h"
#include "core/streams/kafka/onkafka.h"

namespace tocsin::streams::kafka {

KafkaConsumer::KafkaConsumer(const ConsumerContext &context) : m_worker(std::make_unique<KafkaWorker>(context))
{
    connect(m_worker.get(), &KafkaWorker::statusChanged, this, &Consumer::statusChanged);
    connect(m_worker.get(), &KafkaWorker::topicAppeared, this, &Consumer::topicAppeared);
    connect(m_worker.get(), &KafkaWorker::logged, this, &Consumer::logged);
    connect(m_worker.get(), &QThread::finished, this, &Consumer::stopped);
}

KafkaConsumer::~KafkaConsumer()
{
    m_worker->requestStop();
    m_worker->wait();
}

void KafkaConsumer::setStreams(const std::vector<Assignment> &streams)
{
    std::vector<Assignment> inner = streams;
    for (Assignment &assignment : inner)
        assignment.config = asKafka(std::move(assignment.config));
    m_worker->setStreams(inner);
    if (!m_worker->isRunning())
        m_worker->start();
}

void KafkaConsumer::stop()
{
    if (!m_worker->isRunning()) {
        QMetaObject::invokeMethod(this, &Consumer::stopped, Qt::QueuedConnection);
        return;
    }
    m_worker->requestStop();
}

} // namespace tocsin::streams::kafka

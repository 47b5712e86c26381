// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/logging.h"

Q_LOGGING_CATEGORY(lcApp, "tocsin.app", QtInfoMsg)
Q_LOGGING_CATEGORY(lcArchive, "tocsin.archive", QtInfoMsg)
Q_LOGGING_CATEGORY(lcDecoders, "tocsin.decoders", QtInfoMsg)
Q_LOGGING_CATEGORY(lcDemo, "tocsin.demo", QtInfoMsg)
Q_LOGGING_CATEGORY(lcKafka, "tocsin.streams.kafka", QtWarningMsg)
Q_LOGGING_CATEGORY(lcServices, "tocsin.services", QtInfoMsg)
Q_LOGGING_CATEGORY(lcStreams, "tocsin.streams", QtInfoMsg)
Q_LOGGING_CATEGORY(lcUi, "tocsin.ui", QtInfoMsg)
Q_LOGGING_CATEGORY(lcVault, "tocsin.vault", QtInfoMsg)

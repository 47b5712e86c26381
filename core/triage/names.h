// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/alert.h"

#include <string>
#include <string_view>
#include <vector>

namespace tocsin::triage {

// Names of events and objects as senders and people write them: “AT 2026xyz”, “SN2026xyz”; “GRB 260914A”, “GRB260914A”;
// “IceCube-260914A”, “IC260914A”. Pure functions.

// The same for all spellings of one name: "tns2026xyz", "grb260914a", "ic260914a"; empty when nothing is left of it.
[[nodiscard]] std::string canonicalName(std::string_view name);

// How packets may have spelt it, the one that was given first. For looking a name up.
[[nodiscard]] std::vector<std::string> spellingsOf(std::string_view name);

// Whether it is a name of the kinds that stand for one event or object, wherever it is met: GW, GRB, EP, AT and SN, FRB, ZTF,
// LSST, ATLAS, Gaia, IceCube, triggers of Swift and Fermi.
[[nodiscard]] bool isEventName(std::string_view name);

// The names at the beginning of a circular's subject that it says are one: “GRB 260914A / EP260914a: …”. Not those further on.
[[nodiscard]] std::vector<std::string> namesInSubject(std::string_view subject);

// What an alert calls what it is about: its name, its event, the head of its subject; as sent, each once.
[[nodiscard]] std::vector<std::string> namesIn(const Alert &alert);

} // namespace tocsin::triage

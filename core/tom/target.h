// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/utctime.h"

#include <QMap>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <cstdint>
#include <optional>
#include <vector>

namespace tocsin::tom {

// A point of a light curve as a TOM takes it (protocols.md 7.3). A plain value.
struct PhotometryPoint {
    UtcTime time;
    std::optional<double> magnitude; // none: only a limit
    std::optional<double> error;
    std::optional<double> limit;
    QString band; // always said: some TOMs break without
    QString instrument;
    friend bool operator==(const PhotometryPoint &, const PhotometryPoint &) = default;
};

// A target as it will be, before any TOM knows it. A plain value (protocols.md 7.2).
struct Draft {
    QString name;
    double ra = 0; // degrees, ICRS
    double dec = 0;
    double epoch = 2000;
    QStringList aliases; // none equals the name, none twice
    QStringList groups; // names
    QStringList tags; // key=value: "classification=SN Ia"
    QMap<QString, QString> extras; // fields of the TOM's own, as text
    std::vector<PhotometryPoint> photometry; // empty: none is sent
    // Where it comes from.
    int64_t row = 0;
    QString event;
    bool restricted = false;
    // Why a second key press is wanted, translated; empty: none.
    QString doubt;
    // Why it is never sent, translated; empty: it may be.
    QString refusal;
    double errorRadius = 0; // degrees; 0 = not stated
    friend bool operator==(const Draft &, const Draft &) = default;
};

// A target that a TOM has. A plain value.
struct Target {
    int64_t id = 0; // the TOM's number
    QString name;
    double ra = 0;
    double dec = 0;
    QStringList aliases;
    QUrl url; // its page
    UtcTime created;
    QString owner; // as far as the TOM says
    double distanceArcsec = -1; // from the draft; -1: not found by its place
    bool sameName = false; // or alias, as the TOM compares names
    friend bool operator==(const Target &, const Target &) = default;
};

// What became of a draft, as the journal keeps it; words of the contract, section 2.
enum class State { Local, Queued, Created, Exists, Refused, Removed };
[[nodiscard]] QString stateWord(State state); // "local", "queued", …: not translated

// What is to be done at the TOM for a record that waits; of one that does not, what was done last.
enum class Job { Create, Alias, Remove, RemoveAlias };

// A draft with its fate: the local list, the outbox and the links of rows are all made of these. A plain value.
struct TargetRecord {
    int64_t number = 0; // in the journal
    QString account; // the TOM; empty: none, it is in the local list only
    Draft draft;
    State state = State::Local;
    std::optional<Target> target; // where the TOM has it
    QString why; // of Queued and Refused; of the others what is not as it was wanted, if anything; translated
    QMap<QString, QString> problems; // of Refused: what the TOM says of single fields ("name", "redshift"), in its words
    ErrorKind cause = ErrorKind::Internal; // of Refused and Queued, for exit codes
    bool unsure = false; // its job was sent and nobody knows whether it arrived: looked up before it is sent again
    bool anyway = false; // although there are duplicates
    bool offeredRemoval = false; // its alert was retracted and the person was told
    int tries = 0;
    UtcTime made;
    UtcTime nextTry; // of Queued: also the end of the ten seconds in which it is not even sent
    UtcTime settled;
    Job job = Job::Create;
    // Ours, wanted and somewhere: in a TOM, on its way there, or in the local list.
    [[nodiscard]] bool mayBeRemoved() const { return state == State::Created || state == State::Local || (state == State::Queued && !isRemoval()); }
    // It was to be removed, and the TOM did not: `why` says it.
    [[nodiscard]] bool isKept() const { return (state == State::Created || state == State::Exists) && cause != ErrorKind::Internal; }
    [[nodiscard]] bool isRemoval() const { return job == Job::Remove || job == Job::RemoveAlias; }
};

} // namespace tocsin::tom

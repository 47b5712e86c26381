// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decoders/avrocontainer.h"
#include "core/decoders/format.h"

namespace tocsin::decoders {

// All families as one list, in the order in which they are tried; the first that fits decodes.
struct FormatList {
    std::vector<const Envelope *> envelopes;
    std::vector<const ByteFormat *> bytes;
    std::vector<const SchemaFormat *> schemas;
    std::vector<const TreeFormat *> trees;
    std::vector<const Decoder *> all;

    [[nodiscard]] static const FormatList &instance();
};

// The full name of a schema's record; "avro" where it has none.
[[nodiscard]] std::string_view schemaName(const AvroSchema &schema);

// Whether a message's key is the Avro schema of its value, as Fink sends it.
[[nodiscard]] bool isSchema(std::string_view key);

// The way of one message from bytes to rows: unpacked, opened (an envelope's messages go the same way, a few levels deep),
// made a tree, mapped. One for all that is inside a message, so that its bounds hold for the whole. Lives for one decode().
class Walk
{
public:
    Walk(const Wanted &wanted, Decoded &out) : m_wanted(wanted), m_out(out) {}

    void packet(const Input &input);

private:
    // Everything below adds to m_out, whose lists stay parallel as far as they are wanted; m_out.error ends the walk.
    void byContent(const Input &input);
    void byName(const Input &input);
    void gzip(const Input &input);
    void bytes(const ByteFormat &format, const Input &input, const TreeFormat *forced = nullptr);
    void json(const Input &input, const TreeFormat *forced, const Envelope *forcedEnvelope);
    bool envelope(const Shape &shape, const Origin &origin, const Envelope *forced);
    void carried(std::vector<Carried> &messages, const Origin &origin);
    void container(const Input &input);
    void block(const AvroContainer::Block &block, AvroBudget &budget, const std::shared_ptr<const AvroSchema> &schema, const Origin &origin);
    bool datum(AvroReader &reader, AvroBudget &budget, std::string_view data, const std::shared_ptr<const AvroSchema> &schema, const Origin &origin);
    [[nodiscard]] bool isMapped(std::string_view format) const;
    bool datumBySchema(const SchemaFormat &format, AvroReader &reader, AvroBudget &budget, std::string_view data,
                       const std::shared_ptr<const AvroSchema> &schema, const Origin &origin, bool &read);
    void bare(const Input &input, std::string_view schema);
    bool framed(const Input &input);
    std::string wholeDatum(const Input &input, std::string_view data, const std::shared_ptr<const AvroSchema> &schema);
    void tree(const Shape &shape, const TreeFormat *forced, const Origin &origin, const std::vector<std::string> &problems, TreeBudget &shown);
    void add(std::shared_ptr<Alert> alert, const TreeFormat &format, const Value &record, const Origin &origin, TreeBudget &shown);
    [[nodiscard]] bool tooMany();
    [[nodiscard]] bool wantsTrees() const { return m_wanted.pick || m_wanted.fields; }
    void forget(size_t rows);

    const Wanted &m_wanted;
    Decoded &m_out;
    TreeBudget m_shown; // what is kept of all trees for people
    int m_depth = 0;
    size_t m_unpacked = 0; // by gzip and envelopes, in this message
};

} // namespace tocsin::decoders

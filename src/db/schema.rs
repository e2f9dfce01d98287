// @generated automatically by Diesel CLI.

pub mod sql_types {
    #[derive(diesel::sql_types::SqlType)]
    #[diesel(postgres_type(name = "tsvector", schema = "pg_catalog"))]
    pub struct Tsvector;
}

diesel::table! {
    account (id) {
        id -> Uuid,
        email -> Text,
        email_key -> Text,
        name -> Text,
        lang -> Text,
        password_hash -> Nullable<Text>,
        suspended_at -> Nullable<Timestamptz>,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    address_change (id) {
        id -> Uuid,
        registration_id -> Uuid,
        email -> Text,
        created_at -> Timestamptz,
        expires_at -> Timestamptz,
        used_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    allocation_pin (submission_id) {
        submission_id -> Uuid,
        settled -> Text,
        place_id -> Nullable<Uuid>,
    }
}

diesel::table! {
    allocation_place (id) {
        id -> Uuid,
        call_id -> Uuid,
        room_id -> Uuid,
        track_id -> Nullable<Uuid>,
        starts_at -> Timestamptz,
        ends_at -> Timestamptz,
        watts -> Nullable<Int4>,
        square_metres -> Nullable<Int4>,
        facilities -> Nullable<Array<Text>>,
        spoken -> Array<Text>,
    }
}

diesel::table! {
    allocation_proposal (id) {
        id -> Uuid,
        call_id -> Uuid,
        number -> Int4,
        rules -> Jsonb,
        input_digest -> Text,
        plan -> Jsonb,
        made_at -> Timestamptz,
        accepted_at -> Nullable<Timestamptz>,
        unexplained -> Nullable<Jsonb>,
    }
}

diesel::table! {
    answer (registration_id, question_id) {
        registration_id -> Uuid,
        question_id -> Uuid,
        value -> Nullable<Jsonb>,
        sealed -> Nullable<Bytea>,
    }
}

diesel::table! {
    api_token (id) {
        id -> Uuid,
        account_id -> Uuid,
        edition_id -> Nullable<Uuid>,
        name -> Text,
        token_hash -> Bytea,
        scopes -> Array<Nullable<Text>>,
        created_at -> Timestamptz,
        expires_at -> Timestamptz,
        used_at -> Nullable<Timestamptz>,
        revoked_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    assignment (round_id, submission_id, account_id) {
        round_id -> Uuid,
        submission_id -> Uuid,
        account_id -> Uuid,
    }
}

diesel::table! {
    attempt (bucket) {
        bucket -> Text,
        hits -> Int4,
        window_ends_at -> Timestamptz,
    }
}

diesel::table! {
    audit_entry (id) {
        id -> Uuid,
        at -> Timestamptz,
        actor_kind -> Text,
        actor_id -> Nullable<Uuid>,
        address -> Nullable<Text>,
        request_id -> Nullable<Text>,
        edition_id -> Nullable<Uuid>,
        action -> Text,
        subject_kind -> Text,
        subject_id -> Uuid,
        content -> Nullable<Jsonb>,
        salt -> Nullable<Bytea>,
        digest -> Bytea,
        seal -> Nullable<Int8>,
        position -> Nullable<Int4>,
    }
}

diesel::table! {
    audit_seal (number) {
        number -> Int8,
        previous -> Bytea,
        entries -> Int4,
        key_id -> Text,
        mac -> Bytea,
        sealed_at -> Timestamptz,
    }
}

diesel::table! {
    availability (speaker_id, starts_at) {
        speaker_id -> Uuid,
        starts_at -> Timestamptz,
        ends_at -> Timestamptz,
    }
}

diesel::table! {
    award (id) {
        id -> Uuid,
        call_id -> Uuid,
        track_id -> Nullable<Uuid>,
        name -> Jsonb,
        opened_at -> Nullable<Timestamptz>,
        closed_at -> Nullable<Timestamptz>,
        result -> Nullable<Jsonb>,
    }
}

diesel::table! {
    ballot (award_id, account_id) {
        award_id -> Uuid,
        account_id -> Uuid,
        version -> Int4,
        cast_at -> Timestamptz,
    }
}

diesel::table! {
    ballot_line (award_id, account_id, submission_id) {
        award_id -> Uuid,
        account_id -> Uuid,
        submission_id -> Uuid,
        place -> Int4,
    }
}

diesel::table! {
    bounce (mail_id, attempt) {
        mail_id -> Uuid,
        attempt -> Int4,
        weight -> Text,
        status -> Nullable<Text>,
        diagnostic -> Text,
        at -> Timestamptz,
    }
}

diesel::table! {
    call (id) {
        id -> Uuid,
        edition_id -> Uuid,
        kind -> Text,
        slug -> Text,
        position -> Int4,
        name -> Jsonb,
        description -> Nullable<Jsonb>,
        opens_at -> Timestamptz,
        closes_at -> Timestamptz,
        visibility -> Text,
        limit_per_applicant -> Nullable<Int4>,
        confirm_days -> Int4,
        promotes_by_itself -> Bool,
        listed_at -> Nullable<Timestamptz>,
        archived_at -> Nullable<Timestamptz>,
        version -> Int4,
        shares_comments -> Bool,
    }
}

diesel::table! {
    call_code (id) {
        id -> Uuid,
        call_id -> Uuid,
        code -> Text,
        note -> Nullable<Text>,
        max_uses -> Nullable<Int4>,
        uses -> Int4,
        expires_at -> Nullable<Timestamptz>,
        revoked_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    call_track (call_id, track_id) {
        call_id -> Uuid,
        track_id -> Uuid,
        quota -> Nullable<Int4>,
    }
}

diesel::table! {
    campaign (id) {
        id -> Uuid,
        edition_id -> Uuid,
        name -> Text,
        kind -> Text,
        audience -> Jsonb,
        state -> Text,
        version -> Int4,
        send_at -> Nullable<Timestamptz>,
        joins_until -> Nullable<Timestamptz>,
        gathered_at -> Nullable<Timestamptz>,
        ended_at -> Nullable<Timestamptz>,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    campaign_recipient (id) {
        id -> Uuid,
        campaign_id -> Uuid,
        address -> Text,
        address_key -> Text,
        registration_id -> Nullable<Uuid>,
        fate -> Text,
        skipped -> Nullable<Text>,
        mail_id -> Nullable<Uuid>,
        joined_at -> Timestamptz,
    }
}

diesel::table! {
    campaign_text (campaign_id, lang) {
        campaign_id -> Uuid,
        lang -> Text,
        subject -> Text,
        heading -> Text,
        body -> Text,
    }
}

diesel::table! {
    capacity_pool (id) {
        id -> Uuid,
        edition_id -> Uuid,
        name -> Jsonb,
        position -> Int4,
        capacity -> Int4,
        taken -> Int4,
        of_session -> Bool,
    }
}

diesel::table! {
    company (id) {
        id -> Uuid,
        name -> Jsonb,
        one_liner -> Nullable<Jsonb>,
        city -> Text,
        region -> Text,
        stage -> Nullable<Text>,
        size -> Nullable<Text>,
        website -> Nullable<Text>,
        version -> Int4,
        created_at -> Timestamptz,
        updated_at -> Timestamptz,
    }
}

diesel::table! {
    company_invitation (id) {
        id -> Uuid,
        company_id -> Uuid,
        email -> Text,
        email_key -> Text,
        lang -> Text,
        created_at -> Timestamptz,
        expires_at -> Timestamptz,
        ended_at -> Nullable<Timestamptz>,
        outcome -> Nullable<Text>,
    }
}

diesel::table! {
    company_member (company_id, account_id) {
        company_id -> Uuid,
        account_id -> Uuid,
        joined_at -> Timestamptz,
    }
}

diesel::table! {
    consent (registration_id, kind) {
        registration_id -> Uuid,
        kind -> Text,
        text_version -> Int4,
        lang -> Text,
        given_at -> Timestamptz,
        withdrawn_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    consent_text (edition_id, kind, version) {
        edition_id -> Uuid,
        kind -> Text,
        version -> Int4,
        body -> Nullable<Jsonb>,
        required -> Bool,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    criterion (id) {
        id -> Uuid,
        round_id -> Uuid,
        position -> Int4,
        name -> Jsonb,
        weight -> Int4,
        low -> Int4,
        high -> Int4,
        anchors -> Jsonb,
    }
}

diesel::table! {
    decision_wording (id) {
        id -> Uuid,
        edition_id -> Uuid,
        submission_id -> Uuid,
        verdict -> Text,
        lang -> Text,
        subject -> Text,
        body -> Text,
        updated_at -> Timestamptz,
        heading -> Text,
    }
}

diesel::table! {
    declared_conflict (submission_id, account_id) {
        submission_id -> Uuid,
        account_id -> Uuid,
        declared_at -> Timestamptz,
    }
}

diesel::table! {
    delivery (id) {
        id -> Uuid,
        webhook_id -> Uuid,
        entry_id -> Nullable<Uuid>,
        event -> Text,
        subject_id -> Uuid,
        occurred_at -> Timestamptz,
        state -> Text,
        due_at -> Timestamptz,
        lease_until -> Nullable<Timestamptz>,
        attempts -> Int4,
        tries_from -> Int4,
        series_from -> Nullable<Timestamptz>,
        delivered_at -> Nullable<Timestamptz>,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    delivery_attempt (delivery_id, number) {
        delivery_id -> Uuid,
        number -> Int4,
        at -> Timestamptz,
        outcome -> Text,
        status -> Nullable<Int4>,
        milliseconds -> Int4,
        answer -> Text,
    }
}

diesel::table! {
    demo_availability (submission_id, starts_at) {
        submission_id -> Uuid,
        starts_at -> Timestamptz,
        ends_at -> Timestamptz,
    }
}

diesel::table! {
    demo_preference (submission_id, starts_at) {
        submission_id -> Uuid,
        starts_at -> Timestamptz,
        ends_at -> Timestamptz,
    }
}

diesel::table! {
    dkim_pair (id) {
        id -> Uuid,
        domain -> Text,
        name -> Text,
        state -> Text,
        rsa_public -> Text,
        ed25519_public -> Text,
        sealed -> Nullable<Bytea>,
        created_at -> Timestamptz,
        retired_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    edition (id) {
        id -> Uuid,
        slug -> Text,
        number -> Int4,
        name -> Jsonb,
        tagline -> Nullable<Jsonb>,
        description -> Nullable<Jsonb>,
        venue_name -> Nullable<Jsonb>,
        venue_address -> Nullable<Jsonb>,
        time_zone -> Text,
        starts_at -> Timestamptz,
        ends_at -> Timestamptz,
        state -> Text,
        contact_email -> Text,
        offer_hours -> Int4,
        offers_end_at -> Nullable<Timestamptz>,
        published_at -> Nullable<Timestamptz>,
        version -> Int4,
        created_at -> Timestamptz,
        reminder_days -> Nullable<Int4>,
        thanks_days -> Nullable<Int4>,
        mail_kept_days -> Nullable<Int4>,
    }
}

diesel::table! {
    eligibility (submission_id) {
        submission_id -> Uuid,
        passed -> Bool,
        reason -> Nullable<Text>,
        checked_at -> Timestamptz,
        reply -> Nullable<Text>,
        replied_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    file (id) {
        id -> Uuid,
        owner_kind -> Text,
        owner_id -> Uuid,
        name -> Text,
        media_type -> Text,
        size -> Int8,
        sha256 -> Bytea,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    file_chunk (file_id, number) {
        file_id -> Uuid,
        number -> Int4,
        bytes -> Bytea,
    }
}

diesel::table! {
    freed_slot (submission_id) {
        submission_id -> Uuid,
        edition_id -> Uuid,
        room_id -> Uuid,
        starts_at -> Timestamptz,
        minutes -> Int4,
    }
}

diesel::table! {
    idempotency_claim (principal, route, key) {
        principal -> Text,
        route -> Text,
        key -> Text,
        body_digest -> Bytea,
        subject_id -> Uuid,
        created_at -> Timestamptz,
        found -> Bool,
    }
}

diesel::table! {
    import_upload (id) {
        id -> Uuid,
        edition_id -> Uuid,
        lang -> Text,
        encoding -> Text,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    invitation (id) {
        id -> Uuid,
        email -> Text,
        email_key -> Text,
        name -> Text,
        lang -> Text,
        role -> Text,
        edition_id -> Nullable<Uuid>,
        created_at -> Timestamptz,
        expires_at -> Timestamptz,
        accepted_at -> Nullable<Timestamptz>,
        withdrawn_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    login_session (id) {
        id -> Uuid,
        account_id -> Uuid,
        token_hash -> Bytea,
        created_at -> Timestamptz,
        seen_at -> Timestamptz,
        expires_at -> Timestamptz,
        method -> Text,
        address -> Nullable<Text>,
        user_agent -> Text,
    }
}

diesel::table! {
    mail (id) {
        id -> Uuid,
        edition_id -> Nullable<Uuid>,
        cause_kind -> Text,
        cause_id -> Uuid,
        template -> Text,
        recipient -> Text,
        recipient_name -> Text,
        lang -> Text,
        values -> Jsonb,
        state -> Text,
        subject -> Nullable<Text>,
        body_text -> Nullable<Text>,
        body_html -> Nullable<Text>,
        attempts -> Int4,
        tries_from -> Int4,
        due_at -> Timestamptz,
        lease_until -> Nullable<Timestamptz>,
        created_at -> Timestamptz,
        sent_at -> Nullable<Timestamptz>,
        withheld -> Nullable<Text>,
        emptied_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    mail_attempt (mail_id, number) {
        mail_id -> Uuid,
        number -> Int4,
        at -> Timestamptz,
        outcome -> Text,
        answer -> Text,
    }
}

diesel::table! {
    mail_preference (edition_id, address, kind) {
        edition_id -> Uuid,
        address -> Text,
        kind -> Text,
        off_at -> Timestamptz,
    }
}

diesel::table! {
    mail_wording (id) {
        id -> Uuid,
        edition_id -> Uuid,
        template -> Text,
        lang -> Text,
        version -> Int4,
        subject -> Nullable<Text>,
        heading -> Nullable<Text>,
        body -> Nullable<Text>,
        saved_by -> Nullable<Uuid>,
        saved_at -> Timestamptz,
        broken_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    offer (id) {
        id -> Uuid,
        registration_id -> Uuid,
        offered_at -> Timestamptz,
        expires_at -> Nullable<Timestamptz>,
        outcome -> Nullable<Text>,
        ended_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    partner (id) {
        id -> Uuid,
        edition_id -> Uuid,
        kind -> Text,
        position -> Int4,
        name -> Jsonb,
        url -> Nullable<Text>,
    }
}

diesel::table! {
    pass (id) {
        id -> Uuid,
        edition_id -> Uuid,
        submission_id -> Uuid,
        type_id -> Uuid,
        number -> Int4,
        state -> Text,
        name -> Nullable<Text>,
        email -> Nullable<Text>,
        email_key -> Nullable<Text>,
        lang -> Nullable<Text>,
        expires_at -> Nullable<Timestamptz>,
        registration_id -> Nullable<Uuid>,
        link_version -> Int4,
        created_at -> Timestamptz,
        updated_at -> Timestamptz,
    }
}

diesel::table! {
    pass_block (submission_id) {
        submission_id -> Uuid,
        places -> Int4,
    }
}

diesel::table! {
    pass_rule (call_id) {
        call_id -> Uuid,
        edition_id -> Uuid,
        type_id -> Uuid,
        places -> Int4,
    }
}

diesel::table! {
    publication (edition_id) {
        edition_id -> Uuid,
        version -> Int8,
    }
}

diesel::table! {
    question (id) {
        id -> Uuid,
        edition_id -> Uuid,
        slug -> Text,
        position -> Int4,
        kind -> Text,
        label -> Jsonb,
        hint -> Nullable<Jsonb>,
        choices -> Jsonb,
        required -> Bool,
        shown_if_question -> Nullable<Uuid>,
        shown_if_value -> Nullable<Text>,
        sensitive -> Bool,
        retain_days -> Nullable<Int4>,
        archived_at -> Nullable<Timestamptz>,
        call_id -> Nullable<Uuid>,
        required_after_acceptance -> Bool,
        frozen_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::sql_types::Tsvector;

    registration (id) {
        id -> Uuid,
        edition_id -> Uuid,
        type_id -> Uuid,
        state -> Text,
        holds -> Bool,
        arrival -> Int8,
        email -> Text,
        email_key -> Text,
        lang -> Text,
        name_latin -> Nullable<Text>,
        name_han -> Nullable<Text>,
        name_title -> Nullable<Text>,
        name_key -> Text,
        organisation -> Nullable<Text>,
        job_title -> Nullable<Text>,
        phone -> Nullable<Text>,
        ticket_code -> Text,
        link_version -> Int4,
        version -> Int4,
        search -> Tsvector,
        approved_at -> Nullable<Timestamptz>,
        cancelled_at -> Nullable<Timestamptz>,
        cancelled_reason -> Nullable<Text>,
        checked_in_at -> Nullable<Timestamptz>,
        created_at -> Timestamptz,
        updated_at -> Timestamptz,
        side_event_id -> Nullable<Uuid>,
        occasion_id -> Uuid,
    }
}

diesel::table! {
    registration_type (id) {
        id -> Uuid,
        edition_id -> Uuid,
        slug -> Text,
        position -> Int4,
        name -> Jsonb,
        description -> Nullable<Jsonb>,
        opens_at -> Nullable<Timestamptz>,
        closes_at -> Nullable<Timestamptz>,
        needs_approval -> Bool,
        pending_holds -> Bool,
        archived_at -> Nullable<Timestamptz>,
        side_event_id -> Nullable<Uuid>,
        occasion_id -> Uuid,
    }
}

diesel::table! {
    registration_type_pool (type_id, pool_id) {
        type_id -> Uuid,
        pool_id -> Uuid,
    }
}

diesel::table! {
    review (id) {
        id -> Uuid,
        round_id -> Uuid,
        submission_id -> Uuid,
        account_id -> Uuid,
        abstains -> Bool,
        eligible -> Nullable<Bool>,
        comment -> Nullable<Text>,
        written_at -> Timestamptz,
        shareable -> Bool,
    }
}

diesel::table! {
    review_score (review_id, criterion_id) {
        review_id -> Uuid,
        criterion_id -> Uuid,
        points -> Int4,
    }
}

diesel::table! {
    reviewer (call_id, account_id) {
        call_id -> Uuid,
        account_id -> Uuid,
        organisation -> Nullable<Text>,
    }
}

diesel::table! {
    role_grant (id) {
        id -> Uuid,
        account_id -> Uuid,
        edition_id -> Nullable<Uuid>,
        role -> Text,
        granted_at -> Timestamptz,
    }
}

diesel::table! {
    room (id) {
        id -> Uuid,
        edition_id -> Uuid,
        slug -> Text,
        position -> Int4,
        name -> Jsonb,
        capacity -> Nullable<Int4>,
        turnaround_minutes -> Int4,
    }
}

diesel::table! {
    round (id) {
        id -> Uuid,
        call_id -> Uuid,
        position -> Int4,
        kind -> Text,
        name -> Jsonb,
        blind -> Bool,
        opens_at -> Nullable<Timestamptz>,
        closes_at -> Nullable<Timestamptz>,
        closed_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    session_type (id) {
        id -> Uuid,
        call_id -> Uuid,
        slug -> Text,
        position -> Int4,
        name -> Jsonb,
        minutes -> Int4,
    }
}

diesel::table! {
    sharing (round_id) {
        round_id -> Uuid,
        each_wanted -> Int4,
    }
}

diesel::table! {
    side_event (id) {
        id -> Uuid,
        edition_id -> Uuid,
        slug -> Text,
        position -> Int4,
        name -> Jsonb,
        summary -> Nullable<Jsonb>,
        place -> Jsonb,
        city -> Jsonb,
        starts_at -> Timestamptz,
        ends_at -> Timestamptz,
        published -> Bool,
        version -> Int4,
    }
}

diesel::table! {
    sign_in (id) {
        id -> Uuid,
        account_id -> Nullable<Uuid>,
        tries -> Int4,
        created_at -> Timestamptz,
        expires_at -> Timestamptz,
        used_at -> Nullable<Timestamptz>,
        email -> Nullable<Text>,
        name -> Nullable<Text>,
        lang -> Nullable<Text>,
    }
}

diesel::table! {
    sign_up (id) {
        id -> Uuid,
        edition_id -> Uuid,
        registration_id -> Uuid,
        session_id -> Uuid,
        pool_id -> Nullable<Uuid>,
        state -> Text,
        arrival -> Int8,
        created_at -> Timestamptz,
        cancelled_at -> Nullable<Timestamptz>,
        told_release -> Int4,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::sql_types::Tsvector;

    speaker (id) {
        id -> Uuid,
        edition_id -> Uuid,
        account_id -> Nullable<Uuid>,
        position -> Int4,
        email -> Nullable<Text>,
        email_key -> Nullable<Text>,
        contact_name -> Nullable<Text>,
        contact_email -> Nullable<Text>,
        lang -> Text,
        name_latin -> Nullable<Text>,
        name_han -> Nullable<Text>,
        name_title -> Nullable<Text>,
        organisation -> Nullable<Text>,
        job_title -> Nullable<Text>,
        biography -> Nullable<Jsonb>,
        link_version -> Int4,
        version -> Int4,
        search -> Tsvector,
        created_at -> Timestamptz,
        updated_at -> Timestamptz,
    }
}

diesel::table! {
    star (star_list_id, session_id) {
        star_list_id -> Uuid,
        session_id -> Uuid,
        edition_id -> Uuid,
    }
}

diesel::table! {
    star_list (id) {
        id -> Uuid,
        edition_id -> Uuid,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::sql_types::Tsvector;

    submission (id) {
        id -> Uuid,
        edition_id -> Uuid,
        call_id -> Uuid,
        owner_id -> Uuid,
        company_id -> Nullable<Uuid>,
        code_id -> Nullable<Uuid>,
        track_id -> Nullable<Uuid>,
        session_type_id -> Nullable<Uuid>,
        title -> Nullable<Jsonb>,
        #[sql_name = "abstract"]
        abstract_ -> Nullable<Jsonb>,
        spoken -> Array<Text>,
        notes -> Nullable<Text>,
        lifecycle -> Text,
        decision -> Nullable<Text>,
        standby_order -> Nullable<Int4>,
        told -> Nullable<Text>,
        told_at -> Nullable<Timestamptz>,
        confirm_by -> Nullable<Timestamptz>,
        reminded_at -> Nullable<Timestamptz>,
        answer -> Text,
        answered_at -> Nullable<Timestamptz>,
        answered_through -> Nullable<Text>,
        answer_note -> Nullable<Text>,
        vacancy_settled_at -> Nullable<Timestamptz>,
        version -> Int4,
        search -> Tsvector,
        created_at -> Timestamptz,
        submitted_at -> Nullable<Timestamptz>,
        withdrawn_at -> Nullable<Timestamptz>,
        updated_at -> Timestamptz,
        edited_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    submission_answer (submission_id, question_id) {
        submission_id -> Uuid,
        question_id -> Uuid,
        value -> Nullable<Jsonb>,
        sealed -> Nullable<Bytea>,
    }
}

diesel::table! {
    submission_demo (id) {
        id -> Uuid,
        product -> Nullable<Jsonb>,
        novelty -> Nullable<Jsonb>,
        traction -> Nullable<Jsonb>,
        team -> Nullable<Jsonb>,
        equipment -> Nullable<Text>,
        watts -> Nullable<Int4>,
        square_metres -> Nullable<Int4>,
        video_url -> Nullable<Text>,
        facilities -> Array<Text>,
    }
}

diesel::table! {
    submission_file (id) {
        id -> Uuid,
        submission_id -> Uuid,
        question_id -> Uuid,
    }
}

diesel::table! {
    submission_speaker (submission_id, speaker_id) {
        submission_id -> Uuid,
        speaker_id -> Uuid,
        role -> Text,
        position -> Int4,
        invitation -> Text,
    }
}

diesel::table! {
    suppression (id) {
        id -> Uuid,
        address -> Text,
        reason -> Text,
        diagnostic -> Text,
        mail_id -> Nullable<Uuid>,
        since -> Timestamptz,
        lifted_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    track (id) {
        id -> Uuid,
        edition_id -> Uuid,
        slug -> Text,
        position -> Int4,
        name -> Jsonb,
        colour -> Text,
    }
}

diesel::table! {
    clash_acknowledgement (edition_id, key) {
        edition_id -> Uuid,
        key -> Text,
        reason -> Text,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    release (id) {
        id -> Uuid,
        edition_id -> Uuid,
        number -> Int4,
        name -> Text,
        note -> Nullable<Jsonb>,
        released_at -> Timestamptz,
    }
}

diesel::table! {
    released_session (release_id, session_id) {
        release_id -> Uuid,
        session_id -> Uuid,
        sequence -> Int4,
        cancelled -> Bool,
        content -> Jsonb,
    }
}

diesel::table! {
    released_slot (release_id, session_id, room_id) {
        release_id -> Uuid,
        session_id -> Uuid,
        room_id -> Uuid,
        starts_at -> Timestamptz,
        ends_at -> Timestamptz,
    }
}

diesel::table! {
    session (id) {
        id -> Uuid,
        edition_id -> Uuid,
        submission_id -> Nullable<Uuid>,
        track_id -> Nullable<Uuid>,
        kind -> Text,
        title -> Jsonb,
        #[sql_name = "abstract"]
        abstract_ -> Nullable<Jsonb>,
        spoken -> Array<Text>,
        minutes -> Int4,
        setup_minutes -> Int4,
        expected -> Int4,
        starts_at -> Nullable<Timestamptz>,
        pinned -> Bool,
        version -> Int4,
        removed_at -> Nullable<Timestamptz>,
        created_at -> Timestamptz,
        pool_id -> Nullable<Uuid>,
    }
}

diesel::table! {
    session_room (session_id, room_id) {
        session_id -> Uuid,
        room_id -> Uuid,
        edition_id -> Uuid,
    }
}

diesel::table! {
    session_speaker (session_id, speaker_id, part) {
        session_id -> Uuid,
        speaker_id -> Uuid,
        edition_id -> Uuid,
        part -> Text,
        position -> Int4,
    }
}

diesel::table! {
    speaker_registration (speaker_id) {
        speaker_id -> Uuid,
        registration_id -> Uuid,
    }
}

diesel::table! {
    webhook (id) {
        id -> Uuid,
        edition_id -> Uuid,
        owner_id -> Uuid,
        url -> Text,
        description -> Text,
        events -> Array<Nullable<Text>>,
        state -> Text,
        disabled_reason -> Nullable<Text>,
        failing_since -> Nullable<Timestamptz>,
        after_seal -> Int8,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    webhook_cursor (singleton) {
        singleton -> Bool,
        seal -> Int8,
    }
}

diesel::table! {
    webhook_secret (id) {
        id -> Uuid,
        webhook_id -> Uuid,
        sealed -> Bytea,
        created_at -> Timestamptz,
        ends_at -> Nullable<Timestamptz>,
    }
}

diesel::joinable!(address_change -> registration (registration_id));
diesel::joinable!(allocation_pin -> allocation_place (place_id));
diesel::joinable!(allocation_pin -> submission (submission_id));
diesel::joinable!(allocation_place -> call (call_id));
diesel::joinable!(allocation_place -> room (room_id));
diesel::joinable!(allocation_place -> track (track_id));
diesel::joinable!(allocation_proposal -> call (call_id));
diesel::joinable!(answer -> question (question_id));
diesel::joinable!(answer -> registration (registration_id));
diesel::joinable!(api_token -> account (account_id));
diesel::joinable!(api_token -> edition (edition_id));
diesel::joinable!(assignment -> account (account_id));
diesel::joinable!(assignment -> round (round_id));
diesel::joinable!(assignment -> submission (submission_id));
diesel::joinable!(audit_entry -> audit_seal (seal));
diesel::joinable!(availability -> speaker (speaker_id));
diesel::joinable!(award -> call (call_id));
diesel::joinable!(award -> track (track_id));
diesel::joinable!(ballot -> account (account_id));
diesel::joinable!(ballot -> award (award_id));
diesel::joinable!(ballot_line -> submission (submission_id));
diesel::joinable!(bounce -> mail (mail_id));
diesel::joinable!(call -> edition (edition_id));
diesel::joinable!(call_code -> call (call_id));
diesel::joinable!(call_track -> call (call_id));
diesel::joinable!(call_track -> track (track_id));
diesel::joinable!(campaign -> edition (edition_id));
diesel::joinable!(campaign_recipient -> campaign (campaign_id));
diesel::joinable!(campaign_recipient -> registration (registration_id));
diesel::joinable!(campaign_text -> campaign (campaign_id));
diesel::joinable!(capacity_pool -> edition (edition_id));
diesel::joinable!(clash_acknowledgement -> edition (edition_id));
diesel::joinable!(company_invitation -> company (company_id));
diesel::joinable!(company_member -> account (account_id));
diesel::joinable!(company_member -> company (company_id));
diesel::joinable!(consent -> registration (registration_id));
diesel::joinable!(consent_text -> edition (edition_id));
diesel::joinable!(criterion -> round (round_id));
diesel::joinable!(decision_wording -> edition (edition_id));
diesel::joinable!(decision_wording -> submission (submission_id));
diesel::joinable!(declared_conflict -> account (account_id));
diesel::joinable!(declared_conflict -> submission (submission_id));
diesel::joinable!(delivery -> audit_entry (entry_id));
diesel::joinable!(delivery -> webhook (webhook_id));
diesel::joinable!(delivery_attempt -> delivery (delivery_id));
diesel::joinable!(demo_availability -> submission_demo (submission_id));
diesel::joinable!(demo_preference -> submission_demo (submission_id));
diesel::joinable!(eligibility -> submission (submission_id));
diesel::joinable!(file_chunk -> file (file_id));
diesel::joinable!(freed_slot -> edition (edition_id));
diesel::joinable!(freed_slot -> room (room_id));
diesel::joinable!(freed_slot -> submission (submission_id));
diesel::joinable!(invitation -> edition (edition_id));
diesel::joinable!(login_session -> account (account_id));
diesel::joinable!(mail_attempt -> mail (mail_id));
diesel::joinable!(mail_wording -> edition (edition_id));
diesel::joinable!(offer -> registration (registration_id));
diesel::joinable!(partner -> edition (edition_id));
diesel::joinable!(pass -> registration (registration_id));
diesel::joinable!(pass_block -> submission (submission_id));
diesel::joinable!(publication -> edition (edition_id));
diesel::joinable!(question -> edition (edition_id));
diesel::joinable!(registration_type -> edition (edition_id));
diesel::joinable!(registration_type_pool -> capacity_pool (pool_id));
diesel::joinable!(registration_type_pool -> registration_type (type_id));
diesel::joinable!(release -> edition (edition_id));
diesel::joinable!(released_session -> release (release_id));
diesel::joinable!(released_session -> session (session_id));
diesel::joinable!(released_slot -> room (room_id));
diesel::joinable!(review -> account (account_id));
diesel::joinable!(review -> round (round_id));
diesel::joinable!(review -> submission (submission_id));
diesel::joinable!(review_score -> criterion (criterion_id));
diesel::joinable!(review_score -> review (review_id));
diesel::joinable!(reviewer -> account (account_id));
diesel::joinable!(reviewer -> call (call_id));
diesel::joinable!(role_grant -> account (account_id));
diesel::joinable!(role_grant -> edition (edition_id));
diesel::joinable!(room -> edition (edition_id));
diesel::joinable!(round -> call (call_id));
diesel::joinable!(session -> capacity_pool (pool_id));
diesel::joinable!(session -> edition (edition_id));
diesel::joinable!(session_type -> call (call_id));
diesel::joinable!(sharing -> round (round_id));
diesel::joinable!(side_event -> edition (edition_id));
diesel::joinable!(sign_in -> account (account_id));
diesel::joinable!(sign_up -> registration (registration_id));
diesel::joinable!(speaker -> account (account_id));
diesel::joinable!(speaker -> edition (edition_id));
diesel::joinable!(speaker_registration -> registration (registration_id));
diesel::joinable!(speaker_registration -> speaker (speaker_id));
diesel::joinable!(submission -> company (company_id));
diesel::joinable!(submission_answer -> question (question_id));
diesel::joinable!(submission_answer -> submission (submission_id));
diesel::joinable!(submission_demo -> submission (id));
diesel::joinable!(submission_file -> question (question_id));
diesel::joinable!(submission_file -> submission (submission_id));
diesel::joinable!(submission_speaker -> speaker (speaker_id));
diesel::joinable!(submission_speaker -> submission (submission_id));
diesel::joinable!(suppression -> mail (mail_id));
diesel::joinable!(track -> edition (edition_id));
diesel::joinable!(webhook -> account (owner_id));
diesel::joinable!(webhook -> edition (edition_id));
diesel::joinable!(webhook_secret -> webhook (webhook_id));

diesel::allow_tables_to_appear_in_same_query!(
    account,
    address_change,
    allocation_pin,
    allocation_place,
    allocation_proposal,
    answer,
    api_token,
    assignment,
    audit_entry,
    audit_seal,
    availability,
    award,
    ballot,
    ballot_line,
    call,
    call_code,
    call_track,
    campaign,
    campaign_recipient,
    campaign_text,
    capacity_pool,
    clash_acknowledgement,
    company,
    company_invitation,
    company_member,
    consent,
    consent_text,
    criterion,
    decision_wording,
    declared_conflict,
    delivery,
    delivery_attempt,
    demo_availability,
    demo_preference,
    edition,
    eligibility,
    freed_slot,
    invitation,
    login_session,
    mail_wording,
    offer,
    partner,
    pass,
    pass_block,
    pass_rule,
    publication,
    question,
    registration,
    registration_type,
    registration_type_pool,
    review,
    review_score,
    reviewer,
    role_grant,
    release,
    released_session,
    released_slot,
    room,
    session,
    session_room,
    session_speaker,
    round,
    session_type,
    sharing,
    side_event,
    sign_in,
    sign_up,
    speaker,
    speaker_registration,
    submission,
    submission_answer,
    submission_demo,
    submission_file,
    submission_speaker,
    track,
    webhook,
    webhook_secret,
);
diesel::allow_tables_to_appear_in_same_query!(file, file_chunk,);
diesel::allow_tables_to_appear_in_same_query!(bounce, mail, mail_attempt, suppression,);
